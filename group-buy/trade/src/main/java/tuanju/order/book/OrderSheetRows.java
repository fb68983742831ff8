package tuanju.order.book;

import static tuanju.order.Times.instant;
import static tuanju.order.Times.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.LineId;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.UnclaimedOrders;
import tuanju.order.dues.OrderDues;
import tuanju.order.fulfilment.OrderPlaceRows;
import tuanju.picture.PictureRef;

/** Reads orders for the people who sort and hand over: one query per list, lines included. */
@Component
@RequiredArgsConstructor
class OrderSheetRows {

    private static final String SHEET =
            """
        select o.id, o.code, o.kind, o.status, o.source_id, o.buyer_id, o.recipient_name, o.masked_phone,
            o.address_text, o.address_lane, o.address_building, o.address_unit, o.address_room, o.address_origin,
            o.pickup_point_id, o.pickup_point_name, o.pickup_from, o.pickup_until, o.pickup_code, o.note, o.amount_fen,
            o.placed_at, %s, %s, l.id as line_id, l.item_id, l.product_id, l.sku_id, l.product_name, l.spec, l.picture,
            l.unit_price_fen, l.usual_price_fen, l.quantity, l.discount_fen, l.amount_fen as line_fen, l.grams, %s as line_allowed_fen
        from orders o %s join order_line l on l.community_id = o.community_id and l.order_id = o.id
        where o.community_id = :community
        """.formatted(UnclaimedOrders.HANDED_OVER_AT, OrderDues.COLUMNS, OrderSums.LINE_ALLOWED, OrderDues.JOIN);
    static final String WILL_COME = "o.status in ('CONFIRMED', 'COLLECTED', 'COMPLETED')";
    private static final String STANDING =
            "o.status in ('PLACED', 'PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED') or d.too_much_fen > 0";
    static final String AT_DESK = """
        o.pickup_leader_id = :leader and (o.status = 'CONFIRMED'
            or o.status = 'COLLECTED' and o.collected_at > now() - interval '1 day')
        """;
    private static final String IN_ORDER = " order by o.placed_at, o.id, l.position";

    private final JdbcClient jdbc;

    List<OrderSheet> ofSource(CommunityId community, UUID source) {
        return fold(jdbc.sql(SHEET + " and " + WILL_COME + " and o.source_id = :source" + IN_ORDER)
                .param("community", community.value())
                .param("source", source));
    }

    List<OrderSheet> unpaidOfSource(CommunityId community, UUID source) {
        return fold(jdbc.sql(SHEET + " and o.status = 'PLACED' and o.source_id = :source" + IN_ORDER)
                .param("community", community.value())
                .param("source", source));
    }

    List<OrderSheet> expectedOfSource(CommunityId community, UUID source) {
        return fold(jdbc.sql(SHEET + " and o.status in ('PAID', 'CONFIRMED', 'COLLECTED', 'COMPLETED')"
                        + " and o.source_id = :source" + IN_ORDER)
                .param("community", community.value())
                .param("source", source));
    }

    List<OrderSheet> standingOfSource(CommunityId community, UUID source) {
        return fold(jdbc.sql(SHEET + " and (" + STANDING + ") and o.source_id = :source" + IN_ORDER)
                .param("community", community.value())
                .param("source", source));
    }

    List<OrderSheet> atDeskOf(CommunityId community, MemberId leader) {
        return fold(jdbc.sql(SHEET + " and " + AT_DESK + IN_ORDER)
                .param("community", community.value())
                .param("leader", leader.value()));
    }

    Optional<OrderSheet> byPickupCode(CommunityId community, MemberId leader, String pickupCode) {
        return fold(jdbc.sql(SHEET + " and o.pickup_code = :code and o.pickup_leader_id = :leader" + IN_ORDER)
                        .param("community", community.value())
                        .param("code", pickupCode)
                        .param("leader", leader.value()))
                .stream()
                .findFirst();
    }

    Optional<OrderSheet> byCode(CommunityId community, Code code) {
        return fold(jdbc.sql(SHEET + " and o.code = :code" + IN_ORDER)
                        .param("community", community.value())
                        .param("code", code.value()))
                .stream()
                .findFirst();
    }

    Optional<OrderSheet> one(CommunityId community, OrderId order) {
        return fold(jdbc.sql(SHEET + " and o.id = :order" + IN_ORDER)
                        .param("community", community.value())
                        .param("order", order.value()))
                .stream()
                .findFirst();
    }

    List<OrderSheet> these(CommunityId community, Collection<OrderId> orders) {
        return fold(jdbc.sql(SHEET + " and o.id in (:orders)" + IN_ORDER)
                .param("community", community.value())
                .param("orders", orders.stream().map(OrderId::value).toList()));
    }

    List<OrderId> ids(CommunityId community, UUID source, List<String> codes) {
        return jdbc.sql("""
            select id from orders where community_id = :community and source_id = :source and code in (:codes)
            """)
                .param("community", community.value())
                .param("source", source)
                .param("codes", codes)
                .query((row, number) -> new OrderId(row.getObject("id", UUID.class)))
                .list();
    }

    OrderTotals totals(CommunityId community, UUID source) {
        return jdbc.sql("""
            select count(distinct o.id) as orders, count(*) as lines, coalesce(sum(l.quantity), 0) as pieces,
                coalesce(sum(l.amount_fen), 0) as amount_fen
            from orders o join order_line l on l.community_id = o.community_id and l.order_id = o.id
            where o.community_id = :community and o.source_id = :source
                and o.status in ('CONFIRMED', 'COLLECTED', 'COMPLETED')
            """)
                .param("community", community.value())
                .param("source", source)
                .query((row, number) -> new OrderTotals(
                        row.getInt("orders"),
                        row.getInt("lines"),
                        row.getInt("pieces"),
                        Money.ofFen(row.getLong("amount_fen"))))
                .single();
    }

    /** One row per line becomes one sheet per order, in the order the rows came. */
    private static List<OrderSheet> fold(StatementSpec query) {
        var sheets = new LinkedHashMap<UUID, OrderSheet>();
        query.query((ResultSet row) -> {
            var id = row.getObject("id", UUID.class);
            var sheet = sheets.get(id);
            if (sheet == null) {
                sheet = sheet(row);
                sheets.put(id, sheet);
            }
            sheet.lines().add(line(row));
        });
        return List.copyOf(sheets.values());
    }

    private static OrderSheet sheet(ResultSet row) throws SQLException {
        @Nullable UUID buyer = row.getObject("buyer_id", UUID.class);
        return new OrderSheet(
                new OrderId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                OrderKind.valueOf(row.getString("kind")),
                OrderStatus.valueOf(row.getString("status")),
                row.getObject("source_id", UUID.class),
                buyer == null ? null : new MemberId(buyer),
                row.getString("recipient_name"),
                row.getString("masked_phone"),
                address(row),
                row.getObject("pickup_point_id", UUID.class),
                row.getString("pickup_point_name"),
                instantOrNull(row, "pickup_from"),
                instantOrNull(row, "pickup_until"),
                row.getString("pickup_code"),
                row.getString("note"),
                Money.ofFen(row.getLong("amount_fen")),
                OrderDues.read(row),
                new ArrayList<>(),
                instant(row, "placed_at"),
                instantOrNull(row, "collected_at"));
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                row.getString("address_text"), OrderPlaceRows.door(row, "address_"), row.getString("address_origin"));
    }

    private static OrderLineCard line(ResultSet row) throws SQLException {
        @Nullable String picture = row.getString("picture");
        return new OrderLineCard(
                new LineId(row.getObject("line_id", UUID.class)),
                row.getObject("item_id", UUID.class),
                row.getObject("product_id", UUID.class),
                row.getObject("sku_id", UUID.class),
                row.getString("product_name"),
                row.getString("spec"),
                picture == null ? null : new PictureRef(picture),
                Money.ofFen(row.getLong("unit_price_fen")),
                usual(row),
                row.getInt("quantity"),
                Money.ofFen(row.getLong("discount_fen")),
                Money.ofFen(row.getLong("line_fen")),
                Money.ofFen(row.getLong("line_allowed_fen")),
                row.getObject("grams", Integer.class));
    }

    private static @Nullable Money usual(ResultSet row) throws SQLException {
        long fen = row.getLong("usual_price_fen");
        return row.wasNull() ? null : Money.ofFen(fen);
    }
}
