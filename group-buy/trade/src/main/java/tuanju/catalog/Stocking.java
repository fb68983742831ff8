package tuanju.catalog;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** An operator counts goods: always by what came or went, so that orders placed meanwhile are not lost. */
@Component
@RequiredArgsConstructor
@Transactional
public class Stocking {

    private static final int MOST_AT_ONCE = 99_999;

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final AuditTrail audit;

    /** As many as may come or go at once. Refuses with Invalid none and more than a slip of the finger. */
    static int checked(int pieces) {
        if (pieces == 0 || Math.abs((long) pieces) > MOST_AT_ONCE) {
            throw new Invalid("pieces", "stock-change-unreadable");
        }
        return pieces;
    }

    /**
     * Adds pieces that came, or with a negative number takes away pieces that went bad; written to the audit trail.
     * Stock that was not counted starts from zero. Refuses with StillReserved (409) to take away what orders hold.
     */
    public void adjust(CommunityId community, SkuId sku, int pieces, MemberId by) {
        int changed = jdbc.sql("""
            update sku set on_hand = coalesce(on_hand, 0) + :pieces
            where community_id = :community and id = :sku and coalesce(on_hand, 0) + :pieces >= reserved
            """)
                .param("pieces", pieces)
                .param("community", community.value())
                .param("sku", sku.value())
                .update();
        if (changed == 0) {
            catalog.sku(community, sku);
            throw new StillReserved();
        }
        audit.record(by.value(), "stock.adjust", sku.value().toString(), (pieces > 0 ? "+" : "") + pieces);
    }

    /** Stops counting: as many as are ordered can be had. Refuses with NotFound. */
    public void stopCounting(CommunityId community, SkuId sku, MemberId by) {
        int changed = jdbc.sql("update sku set on_hand = null where community_id = :community and id = :sku")
                .param("community", community.value())
                .param("sku", sku.value())
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
        audit.record(by.value(), "stock.uncount", sku.value().toString(), "");
    }
}
