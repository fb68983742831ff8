package tuanju.payment;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;
import tuanju.settlement.Settlements;

/**
 * Gives money back through the outbox: requested in the transaction that decides it, carried out and retried until the
 * provider confirms.
 */
@Component
@RequiredArgsConstructor
public class Refunds {

    private final JdbcClient jdbc;
    private final RefundQueue queue;
    private final RefundOutbox outbox;
    private final KeptMoney kept;
    private final Settlements settlements;

    /**
     * Requests a refund of this much of what was captured for an order. Refuses more than is left (409
     * refund-exceeds-payment). The same reason and key twice requests once. Touches the community's busy accounts: call
     * it last in a transaction.
     */
    @Transactional
    public UUID request(CommunityId community, UUID order, Money amount, String reason, String key) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("There is nothing to refund");
        }
        var paid = kept.lock(community, order).orElseThrow(CannotRefund::new);
        return requested(community, order, reason, key).orElseGet(() -> {
            var refund = queue.add(community, paid.payment(), amount, reason, key);
            settlements.giveBack(community, order, refund, amount);
            outbox.wakeAfterCommit();
            return refund;
        });
    }

    /** What became of the refunds of an order, oldest first. */
    @Transactional(readOnly = true)
    public List<RefundCard> of(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select id, amount_fen, reason, requested_at, done_at from refund
                        where community_id = ? and order_id = ? order by requested_at, id
                        """)
                .params(community.value(), order)
                .query((row, number) -> new RefundCard(
                        row.getObject("id", UUID.class),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getString("reason"),
                        row.getTimestamp("requested_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("done_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list();
    }

    private Optional<UUID> requested(CommunityId community, UUID order, String reason, String key) {
        return jdbc.sql("""
                        select id from refund
                        where community_id = ? and order_id = ? and reason = ? and request_key = ?
                        """)
                .params(community.value(), order, reason, key)
                .query(UUID.class)
                .optional();
    }
}
