package tuanju.catalog;

import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Pieces on hand and pieces reserved. Call it last in a transaction: the row is contested. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class Stock {

    private final JdbcClient jdbc;

    /**
     * Reserves pieces for a member by one conditional call for stock and the personal limit. A guest has no limit.
     * Refuses with SoldOut or OverLimit (409).
     */
    public void reserve(CommunityId community, SkuId sku, @Nullable MemberId member, int quantity) {
        insist(attempt(community, sku, member, quantity), community, sku, quantity);
    }

    /** Refuses with SoldOut or OverLimit (409) after a statement that called reserve_pieces itself and got less than all. */
    public void insist(Reservation outcome, CommunityId community, SkuId sku, int quantity) {
        switch (outcome) {
            case RESERVED -> {}
            case SOLD_OUT -> throw new SoldOut(quantity);
            case OVER_LIMIT -> throw new OverLimit(limit(community, sku));
        }
    }

    /** The same without a refusal, for callers who have something else to do then. */
    public Reservation tryReserve(CommunityId community, SkuId sku, @Nullable MemberId member, int quantity) {
        var outcome = attempt(community, sku, member, quantity);
        if (outcome == Reservation.SOLD_OUT && member != null) {
            // the call counted the pieces for the member before it met the empty shelf
            giveBackLimit(community, sku, member, quantity);
        }
        return outcome;
    }

    /** Gives reserved pieces back, to stock and to the personal limit. The caller makes sure it happens once per order. */
    public void release(CommunityId community, SkuId sku, @Nullable MemberId member, int quantity) {
        change(community, sku, "reserved = reserved - :pieces", quantity);
        if (member != null) {
            giveBackLimit(community, sku, member, quantity);
        }
    }

    /** Holds these until the transaction ends, in the order of their ids, so that two who want several take turns. */
    public void hold(CommunityId community, Collection<SkuId> skus) {
        if (!skus.isEmpty()) {
            jdbc.sql("select id from sku where community_id = :community and id in (:skus) order by id for update")
                    .param("community", community.value())
                    .param("skus", skus.stream().map(SkuId::value).toList())
                    .query()
                    .listOfRows();
        }
    }

    /** Reserved pieces have left the house; the personal limit keeps counting them. Once per order, by the caller. */
    public void handOver(CommunityId community, SkuId sku, int quantity) {
        change(community, sku, "on_hand = on_hand - :pieces, reserved = reserved - :pieces", quantity);
    }

    /** Pieces handed over by mistake are back and reserved again. */
    public void handBack(CommunityId community, SkuId sku, int quantity) {
        change(community, sku, "on_hand = on_hand + :pieces, reserved = reserved + :pieces", quantity);
    }

    private Reservation attempt(CommunityId community, SkuId sku, @Nullable MemberId member, int quantity) {
        return jdbc.sql("select reserve_pieces(:community, :sku, :member, :pieces)")
                .param("community", community.value())
                .param("sku", sku.value())
                .param("member", member == null ? null : member.value())
                .param("pieces", quantity)
                .query((row, number) -> Reservation.valueOf(row.getString(1)))
                .single();
    }

    private void giveBackLimit(CommunityId community, SkuId sku, MemberId member, int quantity) {
        jdbc.sql("""
            update sku_holding set pieces = pieces - :pieces
            where community_id = :community and sku_id = :sku and member_id = :member
            """)
                .param("community", community.value())
                .param("sku", sku.value())
                .param("member", member.value())
                .param("pieces", quantity)
                .update();
    }

    private void change(CommunityId community, SkuId sku, String assignment, int quantity) {
        jdbc.sql("update sku set " + assignment + " where community_id = :community and id = :sku")
                .param("community", community.value())
                .param("sku", sku.value())
                .param("pieces", quantity)
                .update();
    }

    private int limit(CommunityId community, SkuId sku) {
        return jdbc.sql("select coalesce(per_person_limit, 0) from sku where community_id = :community and id = :sku")
                .param("community", community.value())
                .param("sku", sku.value())
                .query(Integer.class)
                .single();
    }
}
