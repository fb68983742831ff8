package tuanju.payment;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** What was captured for an order and did not go back; whoever asks holds it still until their transaction ends. */
@Component
@RequiredArgsConstructor
public class KeptMoney {

    private final JdbcClient jdbc;

    /** The payment that paid an order, and what is kept of it. */
    record Kept(UUID payment, Money amount) {}

    /** Nothing for an order that nobody paid here. Refunds of the order wait until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Money> of(CommunityId community, UUID order) {
        return lock(community, order).map(Kept::amount);
    }

    /** The row lock makes refunds and the settlement of one order wait for each other. */
    Optional<Kept> lock(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select p.id, p.captured_fen - p.refunded_fen as kept_fen from payment p
                        where p.community_id = :community and p.order_id = :order and exists (
                            select from capture c where c.community_id = p.community_id and c.payment_id = p.id
                                and c.outcome = 'ORDER')
                        for update of p
                        """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> new Kept(row.getObject("id", UUID.class), Money.ofFen(row.getLong("kept_fen"))))
                .optional();
    }
}
