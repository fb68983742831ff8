package tuanju.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.order.OrderFacts;
import tuanju.payment.RefundCompleted;

/** Keeps what happened, each subject once, and adds it to its day: a second time changes nothing. Joins the caller's transaction. */
@Component
@RequiredArgsConstructor
class Facts {

    private final JdbcClient database;
    private final Communities communities;
    private final RollUps rollUps;

    void paid(OrderFacts order, Instant at) {
        var day = businessDay(order.community(), at);
        var buyer = order.buyer();
        if (buyer != null) {
            rollUps.turnOf(buyer);
        }
        if (sale(order, at, day) == 0) {
            return;
        }
        for (int position = 0; position < order.lines().size(); position++) {
            line(order, position, day);
        }
        rollUps.sold(order, day);
    }

    void imported(OrderFacts order, Instant at) {
        imported(order, at, false);
    }

    void cancelled(OrderFacts order, Instant at) {
        imported(order, at, true);
    }

    /** News about an import may come in any order: the latest counts, on the day of the earliest. */
    private void imported(OrderFacts order, Instant at, boolean cancelled) {
        database.sql("""
                        insert into import_fact as known (community_id, order_id, leader_id, imported_at, business_day,
                            amount_fen, as_of, cancelled)
                        values (:community, :order, :leader, :at, :day, :fen, :at, :cancelled)
                        on conflict (community_id, order_id) do update
                        set imported_at = least(known.imported_at, excluded.imported_at),
                            business_day = least(known.business_day, excluded.business_day),
                            amount_fen = case when known.as_of < excluded.as_of then excluded.amount_fen
                                else known.amount_fen end,
                            cancelled = case when known.as_of < excluded.as_of then excluded.cancelled
                                else known.cancelled end,
                            as_of = greatest(known.as_of, excluded.as_of)
                        returning new.leader_id as leader, old.business_day as old_day,
                            coalesce((not old.cancelled)::int, 0) as old_orders,
                            coalesce(old.amount_fen * (not old.cancelled)::int, 0) as old_fen,
                            new.business_day as new_day, (not new.cancelled)::int as new_orders,
                            new.amount_fen * (not new.cancelled)::int as new_fen
                        """)
                .param("community", order.community().value())
                .param("order", order.order().value())
                .param("leader", order.leader().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", businessDay(order.community(), at))
                .param("fen", order.amount().fen())
                .param("cancelled", cancelled)
                .query(new DataClassRowMapper<>(RollUps.Imported.class))
                .optional()
                .ifPresent(it -> rollUps.imported(order.community(), it));
    }

    void refunded(RefundCompleted refund) {
        var day = businessDay(refund.community(), refund.at());
        int written = database.sql("""
                        insert into refund_fact (community_id, refund_id, order_id, completed_at, business_day, amount_fen)
                        values (:community, :refund, :order, :at, :day, :fen)
                        on conflict do nothing
                        """)
                .param("community", refund.community().value())
                .param("refund", refund.refund())
                .param("order", refund.order())
                .param("at", refund.at().atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("fen", refund.amount().fen())
                .update();
        if (written > 0) {
            rollUps.refunded(refund.community(), day, refund.amount().fen());
        }
    }

    void ended(CommunityId community, UUID team, String outcome, Instant at) {
        var day = businessDay(community, at);
        int written = database.sql("""
                        insert into team_fact (community_id, team_id, outcome, ended_at, business_day)
                        values (:community, :team, :outcome, :at, :day)
                        on conflict do nothing
                        """)
                .param("community", community.value())
                .param("team", team)
                .param("outcome", outcome)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .update();
        if (written > 0) {
            rollUps.ended(community, day, outcome);
        }
    }

    private int sale(OrderFacts order, Instant at, LocalDate day) {
        var buyer = order.buyer();
        return database.sql("""
                        insert into sale_fact (community_id, order_id, kind, leader_id, buyer_id, paid_at, business_day,
                            amount_fen, pieces)
                        values (:community, :order, :kind, :leader, :buyer, :at, :day, :fen, :pieces)
                        on conflict do nothing
                        """)
                .param("community", order.community().value())
                .param("order", order.order().value())
                .param("kind", order.kind().name())
                .param("leader", order.leader().value())
                .param("buyer", buyer == null ? null : buyer.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("fen", order.amount().fen())
                .param(
                        "pieces",
                        order.lines().stream()
                                .mapToInt(OrderFacts.Line::quantity)
                                .sum())
                .update();
    }

    private void line(OrderFacts order, int position, LocalDate day) {
        var line = order.lines().get(position);
        database.sql("""
                        insert into sale_line_fact (community_id, order_id, position, product_id, product_name,
                            business_day, quantity, amount_fen)
                        values (:community, :order, :position, :product, :name, :day, :quantity, :fen)
                        """)
                .param("community", order.community().value())
                .param("order", order.order().value())
                .param("position", position)
                .param("product", line.product())
                .param("name", line.productName())
                .param("day", day)
                .param("quantity", line.quantity())
                .param("fen", line.amount().fen())
                .update();
    }

    private LocalDate businessDay(CommunityId community, Instant at) {
        return at.atZone(communities.get(community).zone()).toLocalDate();
    }
}
