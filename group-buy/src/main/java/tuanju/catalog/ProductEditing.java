package tuanju.catalog;

import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** An operator writes and prices products. */
@Component
public class ProductEditing {

    /** Adds a product, without variants yet. */
    public ProductId create(CommunityId community, ProductForm form, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** Changes what is said about a product; orders keep what was said before. Refuses with NotFound. */
    public void edit(CommunityId community, ProductId product, ProductForm form, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** Takes a product off sale; orders already placed stay. Refuses with NotFound. */
    public void archive(CommunityId community, ProductId product, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** Puts an archived product on sale again. Refuses with NotFound. */
    public void restore(CommunityId community, ProductId product, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** Adds a variant whose stock is not counted yet. Refuses with NotFound. */
    public SkuId addSku(CommunityId community, ProductId product, SkuForm form, MemberId by) {
        throw new UnsupportedOperationException();
    }

    /** Changes a variant; a new price is written to the audit trail. Refuses with NotFound. */
    public void editSku(CommunityId community, SkuId sku, SkuForm form, MemberId by) {
        throw new UnsupportedOperationException();
    }
}
