package tuanju.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;

/** Finds products and SKUs. */
@Component
public class Catalog {

    /** One SKU of this community; refuses with NotFound. */
    public SkuCard sku(CommunityId community, SkuId sku) {
        throw new UnsupportedOperationException();
    }

    /** Many SKUs in one query, by id; unknown ones are left out. */
    public Map<SkuId, SkuCard> skus(CommunityId community, Collection<SkuId> skus) {
        throw new UnsupportedOperationException();
    }

    /** Every SKU on sale in this community, by product name. */
    public List<SkuCard> onSale(CommunityId community) {
        throw new UnsupportedOperationException();
    }

    /** Every product of this community by name, archived ones last, with stock: for operators. */
    public List<ProductCard> products(CommunityId community) {
        throw new UnsupportedOperationException();
    }

    /** One product with its variants; refuses with NotFound. */
    public ProductCard product(CommunityId community, ProductId product) {
        throw new UnsupportedOperationException();
    }
}
