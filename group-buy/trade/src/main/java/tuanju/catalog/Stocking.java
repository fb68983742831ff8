package tuanju.catalog;

import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        return checked("pieces", pieces);
    }

    private static int checked(String field, int pieces) {
        if (pieces == 0 || Math.abs((long) pieces) > MOST_AT_ONCE) {
            throw new Invalid(field, "stock-change-unreadable");
        }
        return pieces;
    }

    /** Pieces that came, or with a minus went, as somebody types them. Refuses with Invalid, naming the field, what is none. */
    public static int typed(String field, String typed) {
        var digits = typed.strip().replace('−', '-').replace('＋', '+');
        return checked(field, digits.matches("[+-]?[0-9]{1,5}") ? Integer.parseInt(digits) : 0);
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

    /** Pieces of one variant that came, or with a negative number went. */
    public record Change(CommunityId community, SkuId sku, int pieces) {}

    /**
     * The same of many variants by one statement, each written to the audit trail. Answers which it was done to: of the others
     * orders hold what would be taken away.
     */
    public Set<SkuId> adjust(List<Change> changes, MemberId by) {
        var done = jdbc.sql("""
            with wanted as (
                select * from unnest(:communities::uuid[], :skus::uuid[], :pieces::int[]) as w (community, sku, pieces)
            ), held as (
                select s.community_id, s.id from sku s join wanted w on w.community = s.community_id and w.sku = s.id
                order by s.id for no key update of s
            )
            update sku s set on_hand = coalesce(s.on_hand, 0) + w.pieces
            from wanted w join held h on h.community_id = w.community and h.id = w.sku
            where s.community_id = w.community and s.id = w.sku and coalesce(s.on_hand, 0) + w.pieces >= s.reserved
            returning s.id
            """)
                .param(
                        "communities",
                        changes.stream().map(it -> it.community().value()).toArray(UUID[]::new))
                .param("skus", changes.stream().map(it -> it.sku().value()).toArray(UUID[]::new))
                .param("pieces", changes.stream().map(Change::pieces).toArray(Integer[]::new))
                .query((row, number) -> new SkuId(row.getObject("id", UUID.class)))
                .set();
        audit.record(
                by.value(),
                "stock.adjust",
                changes.stream()
                        .filter(it -> done.contains(it.sku()))
                        .map(it -> new AuditTrail.Line(
                                it.sku().value().toString(), (it.pieces() > 0 ? "+" : "") + it.pieces()))
                        .toList());
        return done;
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
