package tuanju.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.order.OrderFacts;
import tuanju.payment.RefundCompleted;

/** Keeps what happened, each subject once: writing it a second time changes nothing. Joins the caller's transaction. */
@Component
@RequiredArgsConstructor
class Facts {

    private final JdbcClient database;
    private final Communities communities;

    void paid(OrderFacts order, Instant at) {
        var day = businessDay(order.community(), at);
        if (sale(order, at, day) == 0) {
            return;
        }
        for (int position = 0; position < order.lines().size(); position++) {
            line(order, position, day);
        }
        var buyer = order.buyer();
        if (buyer != null) {
            purchase(order, buyer, at, day);
        }
    }

    void imported(OrderFacts order, Instant at) {
        imported(order, at, false);
    }

    void cancelled(OrderFacts order, Instant at) {
        imported(order, at, true);
    }

    /** News about an import may come in any order: the latest counts, the first day stays. */
    private void imported(OrderFacts order, Instant at, boolean cancelled) {
        database.sql("""
                        insert into import_fact as known (community_id, order_id, leader_id, imported_at, business_day,
                            amount_fen, as_of, cancelled)
                        values (:community, :order, :leader, :at, :day, :fen, :at, :cancelled)
                        on conflict (community_id, order_id) do update
                        set amount_fen = excluded.amount_fen, as_of = excluded.as_of, cancelled = excluded.cancelled
                        where known.as_of < excluded.as_of
                        """)
                .param("community", order.community().value())
                .param("order", order.order().value())
                .param("leader", order.leader().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", businessDay(order.community(), at))
                .param("fen", order.amount().fen())
                .param("cancelled", cancelled)
                .update();
    }

    void refunded(RefundCompleted refund) {
        database.sql("""
                        insert into refund_fact (community_id, refund_id, order_id, completed_at, business_day, amount_fen)
                        values (:community, :refund, :order, :at, :day, :fen)
                        on conflict do nothing
                        """)
                .param("community", refund.community().value())
                .param("refund", refund.refund())
                .param("order", refund.order())
                .param("at", refund.at().atOffset(ZoneOffset.UTC))
                .param("day", businessDay(refund.community(), refund.at()))
                .param("fen", refund.amount().fen())
                .update();
    }

    void ended(CommunityId community, UUID team, String outcome, Instant at) {
        database.sql("""
                        insert into team_fact (community_id, team_id, outcome, ended_at, business_day)
                        values (:community, :team, :outcome, :at, :day)
                        on conflict do nothing
                        """)
                .param("community", community.value())
                .param("team", team)
                .param("outcome", outcome)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", businessDay(community, at))
                .update();
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

    /** Events may come in any order: the earliest payment stays the first purchase. */
    private void purchase(OrderFacts order, MemberId buyer, Instant at, LocalDate day) {
        database.sql("""
                        insert into first_purchase_fact as first (community_id, buyer_id, order_id, paid_at, business_day)
                        values (:community, :buyer, :order, :at, :day)
                        on conflict (community_id, buyer_id) do update
                        set order_id = excluded.order_id, paid_at = excluded.paid_at,
                            business_day = excluded.business_day
                        where excluded.paid_at < first.paid_at
                        """)
                .param("community", order.community().value())
                .param("buyer", buyer.value())
                .param("order", order.order().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .update();
    }

    private LocalDate businessDay(CommunityId community, Instant at) {
        return at.atZone(communities.get(community).zone()).toLocalDate();
    }
}
