package tuanju.order.book;

import static tuanju.order.Times.instant;
import static tuanju.order.Times.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderStatus;
import tuanju.order.Pickup;
import tuanju.order.dues.OrderDues;
import tuanju.picture.PictureRef;
import tuanju.price.Discount;
import tuanju.price.Funder;

/** Reads orders for their buyers. */
@Component
@RequiredArgsConstructor
class OrderCardRows {

    private static final String CARD = """
            select o.community_id, o.id, o.code, o.kind, o.status, l.product_name, l.spec, l.picture, o.amount_fen,
                (select count(*) from order_line where community_id = o.community_id and order_id = o.id) as lines,
                (select sum(quantity) from order_line where community_id = o.community_id and order_id = o.id) as pieces,
                o.placed_at, o.pay_before, o.source_code, o.pickup_point_name,
                o.pickup_from, o.pickup_code, %s
            from orders o %s join order_line l on l.community_id = o.community_id and l.order_id = o.id and l.position = 1
            """.formatted(OrderDues.COLUMNS, OrderDues.JOIN);

    private final JdbcClient jdbc;

    /**
     * Which of a buyer's orders are looked for.
     *
     * @param words what their goods, place, order code or shown pickup code holds, in any case; empty for all
     * @param after the last order of the page before; null for the first page
     */
    record Asked(
            Set<OrderStatus> statuses,
            String words,
            @Nullable Code after) {}

    List<OrderCard> of(MemberId buyer, Asked asked, int limit) {
        var after = asked.after();
        return jdbc.sql(CARD + """
                        where o.buyer_id = :buyer and o.status in (:statuses) and (:after::text is null or (o.placed_at, o.id) < (
                            select placed_at, id from orders where buyer_id = :buyer and code = :after))
                            and (:words = '' or strpos(lower(concat_ws(' ', o.code, o.pickup_point_name,
                                    case when o.status in ('CONFIRMED', 'COLLECTED', 'COMPLETED') then o.pickup_code end)), :words) > 0
                                or exists (select 1 from order_line w where w.community_id = o.community_id
                                    and w.order_id = o.id and strpos(lower(concat_ws(' ', w.product_name, w.spec)), :words) > 0))
                        order by o.placed_at desc, o.id desc limit :limit
                        """)
                .param("buyer", buyer.value())
                .param(
                        "statuses",
                        asked.statuses().stream().map(OrderStatus::name).toList())
                .param("words", asked.words().strip().toLowerCase(Locale.ROOT))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(OrderCardRows::card)
                .list();
    }

    Optional<OrderCard> card(CommunityId community, MemberId buyer, Code code) {
        return jdbc.sql(CARD + " where o.community_id = :community and o.code = :code and o.buyer_id = :buyer")
                .param("community", community.value())
                .param("code", code.value())
                .param("buyer", buyer.value())
                .query(OrderCardRows::card)
                .optional();
    }

    /** Where and when an order is handed over. */
    Pickup pickup(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select pickup_point_id, pickup_point_name, pickup_point_area, pickup_point_address,
                            pickup_point_hours, pickup_leader_id, pickup_from, pickup_until
                        from orders where community_id = :community and id = :order
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new Pickup(
                        row.getObject("pickup_point_id", UUID.class),
                        row.getString("pickup_point_name"),
                        row.getString("pickup_point_area"),
                        row.getString("pickup_point_address"),
                        row.getString("pickup_point_hours"),
                        new MemberId(row.getObject("pickup_leader_id", UUID.class)),
                        instantOrNull(row, "pickup_from"),
                        instantOrNull(row, "pickup_until")))
                .single();
    }

    /** Every step of an order, oldest first. */
    List<OrderStep> timeline(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select from_status, to_status, at, cause from order_history
                        where community_id = :community and order_id = :order order by step
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> step(row))
                .list();
    }

    /** What this order cost less than its goods when it was placed. */
    List<Discount> discounts(CommunityId community, OrderId order) {
        return jdbc.sql("""
                        select source, title, funder, amount_fen from order_discount
                        where community_id = :community and order_id = :order order by position
                        """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> new Discount(
                        row.getString("source"),
                        row.getString("title"),
                        Funder.valueOf(row.getString("funder")),
                        Money.ofFen(row.getLong("amount_fen"))))
                .list();
    }

    /** What of those of a source is left after pieces left the order: each line's part in proportion, rounded down. */
    List<Money> keptDiscounts(CommunityId community, OrderId order, String source) {
        return jdbc.sql("""
            with got as (
                select line_id, sum(amount_fen) as fen from order_discount_line
                where community_id = :community and order_id = :order group by line_id
            )
            select coalesce(sum(floor(p.amount_fen * coalesce(l.discount_fen, 0) / g.fen)), 0)::bigint as kept
            from order_discount d
            join order_discount_line p
                on p.community_id = d.community_id and p.order_id = d.order_id and p.position = d.position
            join got g on g.line_id = p.line_id
            left join order_line l on l.community_id = d.community_id and l.order_id = d.order_id and l.id = p.line_id
            where d.community_id = :community and d.order_id = :order and d.source = :source
            group by d.position order by d.position
            """)
                .param("community", community.value())
                .param("order", order.value())
                .param("source", source)
                .query((row, number) -> Money.ofFen(row.getLong("kept")))
                .list();
    }

    private static OrderStep step(ResultSet row) throws SQLException {
        @Nullable String from = row.getString("from_status");
        return new OrderStep(
                from == null ? null : OrderStatus.valueOf(from),
                OrderStatus.valueOf(row.getString("to_status")),
                instant(row, "at"),
                row.getString("cause"));
    }

    private static OrderCard card(ResultSet row, int number) throws SQLException {
        var status = OrderStatus.valueOf(row.getString("status"));
        @Nullable String picture = row.getString("picture");
        @Nullable String source = row.getString("source_code");
        return new OrderCard(
                new OrderId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                OrderKind.valueOf(row.getString("kind")),
                status,
                title(row),
                picture == null ? null : new PictureRef(picture),
                row.getInt("lines"),
                row.getInt("pieces"),
                Money.ofFen(row.getLong("amount_fen")),
                OrderDues.read(row),
                instant(row, "placed_at"),
                status == OrderStatus.PLACED ? instantOrNull(row, "pay_before") : null,
                source == null ? null : new Code(source),
                row.getString("pickup_point_name"),
                instantOrNull(row, "pickup_from"),
                showsPickupCode(status) ? row.getString("pickup_code") : null);
    }

    private static boolean showsPickupCode(OrderStatus status) {
        return status == OrderStatus.CONFIRMED || status == OrderStatus.COLLECTED || status == OrderStatus.COMPLETED;
    }

    private static String title(ResultSet row) throws SQLException {
        return (row.getString("product_name") + " " + row.getString("spec")).strip();
    }
}
