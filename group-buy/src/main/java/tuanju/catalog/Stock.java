package tuanju.catalog;

import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Pieces on hand and pieces reserved. Call it last in a transaction: the row is contested. */
@Component
public class Stock {

    /** Reserves pieces for a member by one conditional update each for stock and the personal limit. Refuses with SoldOut or OverLimit (409). */
    public void reserve(CommunityId community, SkuId sku, MemberId member, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** Gives reserved pieces back, to stock and to the personal limit. The caller makes sure it happens once per order. */
    public void release(CommunityId community, SkuId sku, MemberId member, int quantity) {
        throw new UnsupportedOperationException();
    }
}
