package tuanju.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** One variant of a product and its price. Its stock is not mapped: only conditional updates touch that. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Sku {

    @Id
    private UUID id;

    @PartitionKey
    private UUID communityId;

    private UUID productId;
    private String spec;
    private long priceFen;
    private @Nullable Integer perPersonLimit;

    @Version
    private Integer version;

    Sku(CommunityId community, ProductId product, SkuId id, SkuForm form) {
        this.id = id.value();
        this.communityId = community.value();
        this.productId = product.value();
        change(form);
    }

    final void change(SkuForm form) {
        spec = form.spec().strip();
        priceFen = form.priceFen();
        perPersonLimit = form.perPersonLimit();
    }

    void reprice(Money price) {
        priceFen = price.fen();
    }

    Money price() {
        return Money.ofFen(priceFen);
    }
}
