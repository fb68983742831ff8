package tuanju.cycle.planning;

import jakarta.persistence.Column;
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
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.cycle.CannotChangeCycle;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.CycleTerms;
import tuanju.cycle.LeaderDiscount;
import tuanju.cycle.Minimum;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;

/** A leader's order cycle (接龙), from its opening to the last bag. */
@Entity
@Getter(AccessLevel.PACKAGE)
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class OrderCycle {

    @Id
    private UUID id;

    @PartitionKey
    @Column(updatable = false)
    private UUID communityId;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private UUID leaderId;

    private String title;

    @Enumerated(EnumType.STRING)
    private CycleStatus status;

    private Instant opens;
    private Instant cutOff;
    private UUID pickupPointId;
    private String pickupName;
    private String pickupArea;
    private String pickupAddress;
    private String pickupHours;
    private Instant pickupFrom;
    private Instant pickupUntil;

    @Nullable
    private Instant closedAt;

    @Nullable
    @Column(updatable = false)
    private String minimumKind;

    @Nullable
    @Column(updatable = false)
    private Long minimum;

    @Nullable
    @Column(updatable = false)
    private Instant boxfillUntil;

    @Nullable
    @Column(updatable = false)
    private Long discountFromFen;

    @Nullable
    @Column(updatable = false)
    private Long discountOffFen;

    @Nullable
    @JdbcTypeCode(SqlTypes.SMALLINT)
    @Column(updatable = false)
    private Integer visibleFrom;

    @Nullable
    @Column(updatable = false)
    private UUID previousId;

    private UUID changedBy;
    private String changeCause;

    @Version
    @Nullable
    private Integer version;

    OrderCycle(Maker maker, CyclePlan plan, CycleStatus status) {
        this.id = Ids.next();
        this.communityId = maker.community().value();
        this.code = maker.code().value();
        this.leaderId = maker.leader().value();
        this.title = plan.title();
        this.status = status;
        this.opens = plan.opens();
        this.cutOff = plan.cutOff();
        this.pickupPointId = plan.pickup().point();
        this.pickupName = plan.pickup().name();
        this.pickupArea = plan.pickup().area();
        this.pickupAddress = plan.pickup().address();
        this.pickupHours = plan.pickup().hours();
        this.pickupFrom = plan.pickupFrom();
        this.pickupUntil = plan.pickupUntil();
        var needed = plan.terms().minimum();
        this.minimumKind = needed == null ? null : needed.kind().name();
        this.minimum = needed == null ? null : needed.amount();
        this.boxfillUntil = plan.terms().boxfillUntil();
        var discount = plan.terms().discount();
        this.discountFromFen = discount == null ? null : discount.from().fen();
        this.discountOffFen = discount == null ? null : discount.off().fen();
        this.visibleFrom = plan.terms().visibility().from();
        this.previousId = maker.previous();
        this.changedBy = leaderId;
        this.changeCause = status == CycleStatus.OPEN ? "opened" : "drafted";
    }

    /** Its orders are in from elsewhere: it takes none itself. */
    void closeImported(MemberId leader, Instant now) {
        if (!status.canBecome(CycleStatus.CLOSED)) {
            throw CannotChangeCycle.from(status, CycleStatus.CLOSED);
        }
        status = CycleStatus.CLOSED;
        closedAt = now;
        changedBy = leader.value();
        changeCause = "imported";
    }

    CycleCard card(CyclePoint main) {
        return new CycleCard(
                id,
                new CommunityId(communityId),
                new Code(code),
                title,
                new MemberId(leaderId),
                status,
                opens,
                cutOff,
                pickupFrom,
                pickupUntil,
                main,
                new CycleTerms(
                        Minimum.of(minimumKind, minimum == null ? 0 : minimum),
                        boxfillUntil,
                        LeaderDiscount.of(discountFromFen, discountOffFen),
                        new Visibility(visibleFrom)),
                CycleCard.Turns.NONE);
    }

    /**
     * Who makes a cycle, where, and the code it will be found by.
     *
     * @param previous the cycle it repeats; null for a first round
     */
    record Maker(
            CommunityId community,
            MemberId leader,
            Code code,
            @Nullable UUID previous) {}
}
