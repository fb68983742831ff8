package tuanju.teambuy.offering;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tuanju.catalog.SkuCard;
import tuanju.catalog.SkuId;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.teambuy.OfferClosed;
import tuanju.teambuy.OfferId;
import tuanju.teambuy.OfferStatus;

/** A team price for a variant, and what a team needs to get it. Open teams keep what they were opened with. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TeamOffer {

    @Id
    @Getter(AccessLevel.PACKAGE)
    private UUID id;

    @PartitionKey
    private UUID communityId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String code;

    private UUID productId;
    private UUID skuId;
    private long priceFen;
    private int size;
    private int durationHours;
    private int pickupAfterDays;
    private Instant startsAt;
    private Instant endsAt;

    @Nullable
    @JdbcTypeCode(SqlTypes.SMALLINT)
    private Integer visibleFrom;

    @Enumerated(EnumType.STRING)
    private OfferStatus status;

    private Instant createdAt;

    @Version
    private Integer version;

    TeamOffer(CommunityId community, OfferId id, Code code, SkuCard sku, OfferForm form, Instant now) {
        this.id = id.value();
        this.communityId = community.value();
        this.code = code.value();
        this.productId = sku.product().value();
        this.skuId = sku.sku().value();
        this.status = OfferStatus.OPEN;
        this.createdAt = now;
        agree(sku, form);
    }

    /** Sets the terms for teams opened from now on. Refuses with OfferClosed when it has ended, Invalid terms that mislead. */
    void change(SkuCard sku, OfferForm form) {
        if (status == OfferStatus.ENDED) {
            throw new OfferClosed();
        }
        agree(sku, form);
    }

    void pause() {
        if (status == OfferStatus.ENDED) {
            throw new OfferClosed();
        }
        status = OfferStatus.PAUSED;
    }

    void resume() {
        if (status == OfferStatus.ENDED) {
            throw new OfferClosed();
        }
        status = OfferStatus.OPEN;
    }

    void end() {
        status = OfferStatus.ENDED;
    }

    SkuId sku() {
        return new SkuId(skuId);
    }

    Money price() {
        return Money.ofFen(priceFen);
    }

    /** Its terms in one line, for the audit trail. */
    String terms() {
        return price() + ", " + size + " seats, " + durationHours + " h, " + new Visibility(visibleFrom).word();
    }

    /** A team price that is no better than buying alone would be a lie. */
    private void agree(SkuCard sku, OfferForm form) {
        if (!sku.price().isMoreThan(Money.ofFen(form.priceFen()))) {
            throw new Invalid("priceFen", "team-price-not-lower", sku.price().yuan());
        }
        if (!form.startsAt().isBefore(form.endsAt())) {
            throw new Invalid("endsAt", "ends-before-start");
        }
        priceFen = form.priceFen();
        size = form.size();
        durationHours = form.durationHours();
        pickupAfterDays = form.pickupAfterDays();
        startsAt = form.startsAt();
        endsAt = form.endsAt();
        visibleFrom = form.visibility().from();
    }
}
