package tuanju.desk;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;
import tuanju.order.book.BuyersOrders;

/** When a member's bags were handed over, and when their number was looked at. */
@Component
@RequiredArgsConstructor
class PersonalHandovers implements PersonalData {

    private final BuyersOrders orders;

    @Override
    public String called() {
        return "desk";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("handover")
                        .copied("select order_id, handed_at, undone_at from handover where order_id = any(:orders)")
                        .forgotten(
                                "update handover set left_with = null where order_id = any(:orders) and left_with is not null")
                        .kept("a trade record: three years (E-Commerce Law, Art. 31); names its buyer by an id alone"),
                PersonalTable.of("phone_reveal")
                        .copied("select order_id, at from phone_reveal where order_id = any(:orders)")
                        .kept("who saw a number, and why: evidence"),
                PersonalTable.of("pickup_code_try")
                        .copied("select id from pickup_code_try where member_id = :member")
                        .forgotten("delete from pickup_code_try where member_id = :member"),
                PersonalTable.of("desk_act")
                        .copied("select kind, order_code, outcome from desk_act where member_id = :member")
                        .kept("who did it, by an id alone"));
    }

    @Override
    public Map<String, Object> asked(MemberId member) {
        return Map.of("member", member.value(), "orders", orders.of(member));
    }
}
