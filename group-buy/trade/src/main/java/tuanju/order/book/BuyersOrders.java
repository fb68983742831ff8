package tuanju.order.book;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;

/** Which orders are a member's: for modules above that keep something of theirs by order. */
@Component
@RequiredArgsConstructor
public class BuyersOrders {

    private final JdbcClient database;

    /** The ids of all, in every community, as an array for a statement. */
    public UUID[] of(MemberId member) {
        return database.sql("select id from orders where buyer_id = :member")
                .param("member", member.value())
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }
}
