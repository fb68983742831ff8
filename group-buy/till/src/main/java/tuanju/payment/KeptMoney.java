package tuanju.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** What was captured for an order and did not go back; whoever asks holds it still until their transaction ends. */
@Component
@RequiredArgsConstructor
public class KeptMoney {

    private final JdbcClient jdbc;

    /**
     * A payment that paid an order, and what is kept of it.
     *
     * @param captured when its provider took it
     */
    record Kept(UUID payment, MemberId payer, String provider, Instant captured, Money amount) {

        /** Whether it was paid with credit, which it becomes again. */
        boolean isCredit() {
            return provider.equals(Credit.NAME);
        }

        /** Whether a provider of this installation has it, and not the leader. */
        boolean wasPaidHere() {
            return !provider.equals(OfflineProvider.NAME);
        }
    }

    /** Nothing for an order that nobody paid here. Refunds of the order wait until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Money> of(CommunityId community, UUID order) {
        return lock(community, order).stream().map(Kept::amount).reduce(Money::plus);
    }

    /** The row locks make refunds and the settlement of one order wait for each other. */
    List<Kept> lock(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select p.id, p.payer_id, p.provider, c.captured_at, p.captured_fen - p.refunded_fen as kept_fen
                        from payment p
                            join capture c on c.community_id = p.community_id and c.payment_id = p.id and c.outcome = 'ORDER'
                        where p.community_id = :community and p.order_id = :order
                        order by p.id
                        for no key update of p
                        """)
                .param("community", community.value())
                .param("order", order)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        new MemberId(row.getObject("payer_id", UUID.class)),
                        row.getString("provider"),
                        row.getTimestamp("captured_at").toInstant(),
                        Money.ofFen(row.getLong("kept_fen"))))
                .list();
    }
}
