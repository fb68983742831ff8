package tuanju.chain;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;
import tuanju.order.book.BuyersOrders;

/** Lines of chain lists that became a member's orders. */
@Component
@RequiredArgsConstructor
class PersonalGuests implements PersonalData {

    private final BuyersOrders orders;

    @Override
    public String called() {
        return "chain";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("chain_order")
                .copied("select name, lane, building, unit, room, phone from chain_order where order_id = any(:orders)")
                .forgotten("""
                                update chain_order set name = '已注销', lane = '', building = '', unit = '', room = '', phone = ''
                                where order_id = any(:orders)
                                """)
                .kept("that an order came from a list"));
    }

    @Override
    public Map<String, Object> asked(MemberId member) {
        return Map.of("member", member.value(), "orders", orders.of(member));
    }
}
