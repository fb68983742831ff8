package tuanju.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Pieces on hand and pieces reserved. Call it last in a transaction: the row is contested. */
@Component
public class Stock {

    /** Reserves pieces for a member by one conditional statement for stock and the personal limit. Refuses with SoldOut or OverLimit (409). */
    public void reserve(CommunityId community, SkuId sku, @Nullable MemberId member, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** The same without a refusal, for callers who have something else to do then. */
    public Reservation tryReserve(CommunityId community, SkuId sku, @Nullable MemberId member, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** Gives reserved pieces back, to stock and to the personal limit. The caller makes sure it happens once per order. */
    public void release(CommunityId community, SkuId sku, @Nullable MemberId member, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** Reserved pieces have left the house; the personal limit keeps counting them. Once per order, by the caller. */
    public void handOver(CommunityId community, SkuId sku, int quantity) {
        throw new UnsupportedOperationException();
    }

    /** Pieces handed over by mistake are back and reserved again. */
    public void handBack(CommunityId community, SkuId sku, int quantity) {
        throw new UnsupportedOperationException();
    }
}
