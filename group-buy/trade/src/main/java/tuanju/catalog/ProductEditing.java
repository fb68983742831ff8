package tuanju.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.picture.PictureRef;

/** An operator writes and prices products. */
@Component
@RequiredArgsConstructor
@Transactional
public class ProductEditing {

    private final StoredProducts products;
    private final StoredSkus skus;
    private final Communities communities;
    private final AuditTrail audit;
    private final Clock clock;

    /** Adds a product, without variants yet. */
    public ProductId create(CommunityId community, ProductForm form, MemberId by) {
        var id = new ProductId(Ids.next());
        var named = new Product.Named(community, id, communities.nextCode(community));
        products.save(new Product(named, form, clock.instant()));
        audit.record(by.value(), "product.create", id.value().toString(), form.name());
        return id;
    }

    /**
     * Changes what is said about a product; orders keep what was said before. Whoever changes it at the same moment waits, so
     * that what is said of its pictures is said of those it has. Refuses with NotFound.
     */
    public void edit(CommunityId community, ProductId id, Function<List<PictureRef>, ProductForm> said, MemberId by) {
        var product = products.findLockedByCommunityIdAndId(community.value(), id.value())
                .orElseThrow(NotFound::new);
        var form = said.apply(product.pictures());
        product.describe(form);
        audit.record(by.value(), "product.edit", id.value().toString(), form.name());
    }

    /** Takes a product off sale; orders already placed stay. Refuses with NotFound. */
    public void archive(CommunityId community, ProductId product, MemberId by) {
        find(community, product).archive(clock.instant());
        audit.record(by.value(), "product.archive", product.value().toString(), "");
    }

    /** Puts an archived product on sale again. Refuses with NotFound. */
    public void restore(CommunityId community, ProductId product, MemberId by) {
        find(community, product).restore();
        audit.record(by.value(), "product.restore", product.value().toString(), "");
    }

    /** Puts a product into another category, which its orders do not know. Refuses with NotFound. */
    public void recategorise(CommunityId community, ProductId product, String category, MemberId by) {
        var before = find(community, product).recategorise(category);
        audit.record(by.value(), "product.category", product.value().toString(), before + " → " + category);
    }

    /**
     * Prices a variant anew by what it costs now, which orders do not feel; false where that comes to no price. Whoever prices it
     * at the same moment is told so. Refuses with NotFound.
     */
    public boolean reprice(CommunityId community, SkuId id, Function<Money, Optional<Money>> change, MemberId by) {
        var sku = skus.findByCommunityIdAndId(community.value(), id.value()).orElseThrow(NotFound::new);
        var before = sku.price();
        var price = change.apply(before);
        price.ifPresent(it -> {
            sku.reprice(it);
            audit.record(by.value(), "sku.edit", id.value().toString(), before + " → " + it);
        });
        return price.isPresent();
    }

    /** Adds a variant whose stock is not counted yet. Refuses with NotFound. */
    public SkuId addSku(CommunityId community, ProductId product, SkuForm form, MemberId by) {
        find(community, product);
        var id = new SkuId(Ids.next());
        var sku = skus.save(new Sku(community, product, id, form));
        audit.record(by.value(), "sku.create", id.value().toString(), form.spec() + " " + sku.price());
        return id;
    }

    /** Changes a variant; a new price is written to the audit trail. Refuses with NotFound. */
    public void editSku(CommunityId community, SkuId id, SkuForm form, MemberId by) {
        var sku = skus.findByCommunityIdAndId(community.value(), id.value()).orElseThrow(NotFound::new);
        var before = sku.price();
        sku.change(form);
        audit.record(by.value(), "sku.edit", id.value().toString(), before + " → " + sku.price());
    }

    private Product find(CommunityId community, ProductId product) {
        return products.findByCommunityIdAndId(community.value(), product.value())
                .orElseThrow(NotFound::new);
    }
}
