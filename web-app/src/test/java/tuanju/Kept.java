package tuanju;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody may lose when a database becomes a newer one: sums, codes, books, and what was decided about money and goods. */
final class Kept {

    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("orders", """
                    select code, kind, status, pickup_code, amount_fen, source_code, note, placed_at, paid_at, collected_at
                    from orders"""),
            Map.entry("lines", """
                    select order_id, "position", product_name, spec, quantity, unit_price_fen from order_line"""),
            Map.entry("payments", "select code, status, amount_fen, captured_fen, refunded_fen from payment"),
            Map.entry("captures", "select provider, transaction, amount_fen, outcome from capture"),
            Map.entry("refunds", "select code, status, amount_fen, reason, attempts from refund"),
            Map.entry("balances", "select owner, kind, balance_fen, held_fen from ledger_account"),
            Map.entry("entries", "select transfer_id, owner, kind, fen from ledger_entry"),
            Map.entry("stock", "select id, price_fen, on_hand, reserved, per_person_limit from sku"),
            Map.entry("holdings", "select sku_id, member_id, pieces from sku_holding"),
            Map.entry("teams", "select code, status, deadline from team"),
            Map.entry("seats", "select id, team_id, order_id, member_id, status from seat"),
            Map.entry("cycles", "select code, title, status, cut_off, pickup_from, pickup_until from order_cycle"),
            Map.entry("reservations", "select order_id, product_id, quantity from cycle_reservation"),
            Map.entry("hand-overs", "select order_id, handed_by, handed_at, undone_at from handover"),
            Map.entry("complaints", "select id, order_id, kind, pieces, asked_fen, status from complaint"),
            Map.entry("weights", "select order_id, product_id, grams from weighed_line"),
            Map.entry("outstanding", "select id, listener_id, serialized_event from event_publication"));

    private Kept() {}

    /** Each question with its rows as text, in an order of their own. */
    static Map<String, List<String>> in(JdbcClient jdbc) {
        var answers = new TreeMap<String, List<String>>();
        QUESTIONS.forEach((name, question) -> answers.put(
                name,
                jdbc.sql("select told::text from (" + question + ") as told order by 1")
                        .query(String.class)
                        .list()));
        return answers;
    }
}
