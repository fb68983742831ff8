package tuanju.order.book;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member ordered: a copy for them; once they leave, it stays without saying whose it was. */
@Component
@RequiredArgsConstructor
class PersonalOrders implements PersonalData {

    private static final String TRADE =
            "a trade record: three years (E-Commerce Law, Art. 31); names its buyer by an id alone";

    private final JdbcClient database;

    @Override
    public String called() {
        return "order";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                orders(),
                doors(),
                recorded("order_line", "its.product_name, its.spec, its.unit_price_fen, its.quantity, its.amount_fen"),
                recorded("order_discount", "its.title, its.funder, its.amount_fen"),
                recorded("order_history", "its.from_status, its.to_status, its.at"),
                recorded("order_adjustment", "its.product_name, its.kind, its.was, its.becomes, its.fen, its.at"),
                recorded("order_point_change", "its.was_name, its.name, its.at"),
                recorded("order_taken_by_hand", "its.amount_fen, its.taken_at, its.undone_at"),
                recorded("order_paid_back_by_hand", "its.amount_fen, its.why, its.how, its.paid_on, its.undone_at"));
    }

    @Override
    public List<String> unfinished(MemberId member) {
        boolean open = database.sql("""
                        select exists (select from orders where buyer_id = :member and status = 'COLLECTED')
                        """)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
        return open ? List.of("order.closing.collected") : List.of();
    }

    private static PersonalTable orders() {
        return PersonalTable.of("orders").copied("""
                        select code, kind, status, recipient_name, phone, address_text, address_lane, address_building,
                            address_unit, address_room, pickup_point_name, pickup_point_address, pickup_from, amount_fen,
                            note, external_source, placed_at, paid_at, confirmed_at, collected_at, ended_at
                        from orders where buyer_id = :member order by placed_at
                        """).forgotten("""
                        update orders set recipient_name = '已注销', phone = null, masked_phone = '', note = '',
                            address_text = '', address_lane = '', address_building = '', address_unit = '',
                            address_room = '', address_origin = ''
                        where buyer_id = :member and recipient_name <> '已注销'
                            and status in ('COMPLETED', 'CLOSED', 'REFUNDED')
                        """).kept(TRADE);
    }

    /** Where an order was put meanwhile; only what the doors were may end. */
    private static PersonalTable doors() {
        return recorded(
                        "order_door_change",
                        "its.was_lane, its.was_building, its.was_unit, its.was_room, its.lane, its.building, its.unit, its.room")
                .forgotten("""
                        update order_door_change its set was_lane = '', was_building = '', was_unit = '', was_room = '',
                            was_origin = '', lane = '', building = '', unit = '', room = ''
                        from orders o
                        where o.community_id = its.community_id and o.id = its.order_id and o.buyer_id = :member
                            and o.recipient_name = '已注销'
                        """);
    }

    /** What stands with an order for good, with the order's code. */
    private static PersonalTable recorded(String table, String columns) {
        return PersonalTable.of(table).copied("""
                        select o.code, %s from %s its join orders o using (community_id)
                        where o.id = its.order_id and o.buyer_id = :member
                        """.formatted(columns, table)).kept(TRADE);
    }
}
