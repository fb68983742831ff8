package tuanju.order.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;

/** Writes orders with their lines in one statement, whether one or a hundred. */
@Component
@RequiredArgsConstructor
class OrderInsertion {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String WRITE = """
        with placed as (
            insert into orders (community_id, id, code, kind, status, buyer_id, recipient_name, phone, masked_phone,
                address_text, address_lane, address_building, address_unit, address_room, address_origin,
                pickup_point_id, pickup_point_name, pickup_point_area, pickup_point_address, pickup_point_hours,
                pickup_leader_id, pickup_from, pickup_until, pickup_code, amount_fen, note, when_full,
                source_id, source_code, offer_id, external_source, external_key,
                pay_before, sweep_at, confirmed_at, changed_by, change_cause)
            select :community, id, code, kind, case kind when 'IMPORT' then 'CONFIRMED' else 'PLACED' end,
                buyer_id, recipient_name, phone, masked_phone,
                address ->> 'text', address #>> '{door,lane}', address #>> '{door,building}',
                address #>> '{door,unit}', address #>> '{door,room}', address ->> 'origin', (pickup ->> 'point')::uuid, pickup ->> 'name', pickup ->> 'area',
                pickup ->> 'address', pickup ->> 'hours', leader, pickup_from, pickup_until, pickup_code,
                amount_fen, note, when_full, source_id, source_code, offer_id, external_source, external_key,
                payable.until, payable.until, case kind when 'IMPORT' then now() end, buyer_id,
                case kind when 'IMPORT' then 'imported' else 'placed' end
            from jsonb_to_recordset(:orders::jsonb) as o (id uuid, code text, kind text, buyer_id uuid,
                    recipient_name text, phone text, masked_phone text, address jsonb, pickup jsonb, leader uuid,
                    pickup_code text, amount_fen bigint, note text, when_full text, source_id uuid,
                    source_code text, offer_id uuid, external_source text, external_key text,
                    pickup_from timestamptz, pickup_until timestamptz),
                lateral (select case when kind <> 'IMPORT' then now() + make_interval(secs => :payable) end) payable (until)
            on conflict do nothing
            returning id, code, status, amount_fen, pay_before, external_key
        ), written as (
            insert into order_line (community_id, order_id, position, product_id, sku_id, item_id, product_name, spec,
                picture, unit_price_fen, quantity, discount_fen, amount_fen, usual_price_fen)
            select :community, order_id, position, product_id, sku_id, item_id, product_name, spec, picture,
                unit_price_fen, quantity, discount_fen, l.amount_fen, usual_price_fen
            from jsonb_to_recordset(:lines::jsonb) as l (order_id uuid, position smallint, product_id uuid,
                    sku_id uuid, item_id uuid, product_name text, spec text, picture text, unit_price_fen bigint,
                    quantity int, discount_fen bigint, amount_fen bigint, usual_price_fen bigint)
                join placed on placed.id = order_id
            returning order_id, position, id
        )""";

    private static final String ANSWER = " select * from placed";

    /** In the same statement, and only where there is one. */
    private static final String DISCOUNTS = """
        , discounts as (
            select d.* from jsonb_to_recordset(:discounts::jsonb) as d (order_id uuid, position smallint, source text,
                    title text, funder text, amount_fen bigint, parts jsonb)
                join placed on placed.id = d.order_id
        ), frozen as (
            insert into order_discount (community_id, order_id, position, source, title, funder, amount_fen)
            select :community, order_id, position, source, title, funder, amount_fen from discounts
        ), shared as (
            insert into order_discount_line (community_id, order_id, position, line_id, amount_fen)
            select :community, d.order_id, d.position, w.id, p.amount_fen
            from discounts d, jsonb_to_recordset(d.parts) as p (line smallint, amount_fen bigint), written w
            where w.order_id = d.order_id and w.position = p.line
        )""";

    /** The same of who gets a share. */
    private static final String ENTITLEMENTS = """
            , entitled as (
                insert into order_entitlement (community_id, order_id, position, kind, member_id, basis_points, base_fen)
                select :community, e.order_id, e.position, e.kind, e.member_id, e.basis_points, e.base_fen
                from jsonb_to_recordset(:entitlements::jsonb) as e (order_id uuid, position smallint, kind text,
                        member_id uuid, basis_points int, base_fen bigint)
                    join placed on placed.id = e.order_id
            )""";

    private final OneMessage message;

    /** What is to be written of some orders. */
    record Written(
            List<OrderRow> orders,
            List<LineRow> lines,
            List<DiscountRow> discounts,
            List<EntitlementRow> entitlements) {

        String statement() {
            return WRITE
                    + (discounts.isEmpty() ? "" : DISCOUNTS)
                    + (entitlements.isEmpty() ? "" : ENTITLEMENTS)
                    + ANSWER;
        }
    }

    /**
     * Answers those that were written; one whose code or external key exists already is left out.
     *
     * @param others sent in the same message
     */
    List<PlacedOrder> insert(CommunityId community, Written rows, Duration payableFor, List<Alongside> others) {
        var values = Map.<String, Object>of(
                "community", community.value(),
                "orders", JSON.writeValueAsString(rows.orders()),
                "lines", JSON.writeValueAsString(rows.lines()),
                "discounts", JSON.writeValueAsString(rows.discounts()),
                "entitlements", JSON.writeValueAsString(rows.entitlements()),
                "payable", (double) payableFor.toSeconds());
        return message.query(rows.statement(), values, OrderInsertion::placed, others);
    }

    private static PlacedOrder placed(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime payBefore = row.getObject("pay_before", OffsetDateTime.class);
        return new PlacedOrder(
                new OrderId(row.getObject("id", UUID.class)),
                new Code(row.getString("code")),
                OrderStatus.valueOf(row.getString("status")),
                Money.ofFen(row.getLong("amount_fen")),
                payBefore == null ? null : payBefore.toInstant(),
                row.getString("external_key"));
    }
}
