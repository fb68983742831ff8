package tuanju.complaint;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;
import tuanju.order.book.BuyersOrders;

/** What a member said was wrong with their goods. */
@Component
@RequiredArgsConstructor
class PersonalComplaints implements PersonalData {

    private final BuyersOrders orders;

    @Override
    public String called() {
        return "complaint";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of("complaint")
                .copied("""
                                select order_code, product_name, kind, pieces, asked_fen, given_fen, note, picture, status, answer, reported_at,
                                    decided_at
                                from complaint where reported_by = :member or order_id = any(:orders)
                                """)
                .kept("what money went back for: three years (E-Commerce Law, Art. 31)"));
    }

    @Override
    public Map<String, Object> asked(MemberId member) {
        return Map.of("member", member.value(), "orders", orders.of(member));
    }
}
