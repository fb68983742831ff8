package tuanju.payment;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.money.Money;
import tuanju.payment.KeptMoney.Kept;
import tuanju.settlement.Settlements;

/**
 * Gives money back through the outbox: requested in the transaction that decides it, carried out and retried until the
 * provider confirms. What its buyer keeps here as credit instead is there at once, and what was paid with credit is credit again.
 * An order that was paid in several ways gives back to each in proportion.
 */
@Component
@RequiredArgsConstructor
public class Refunds {

    /** Why money goes back that paid for time, and not for an order. */
    public static final String OF_TIME = "time-not-used";

    /** Why money goes back that was no sale, or that left its order before. */
    public static final Set<String> NOT_OF_ORDERS = Set.of(RefundQueue.AUTOMATIC, OF_TIME, CreditRefunds.REASON);

    private final JdbcClient jdbc;
    private final RefundQueue queue;
    private final RefundOutbox outbox;
    private final KeptMoney kept;
    private final Settlements settlements;
    private final Credit credit;

    private record Asked(CommunityId community, UUID order, Money amount, String reason, String key) {}

    /**
     * Requests a refund of this much of what was captured for an order. Refuses more than is left (409
     * refund-exceeds-payment). The same reason and key twice requests once. Touches the community's busy accounts: call
     * it last in a transaction.
     */
    @Transactional
    public UUID request(CommunityId community, UUID order, Money amount, String reason, String key) {
        return back(new Asked(community, order, amount, reason, key), false);
    }

    /**
     * The same for part of an order that itself stays: it stays here as credit where its buyer wishes so, unless the leader
     * has the money.
     */
    @Transactional
    public UUID difference(CommunityId community, UUID order, Money amount, String reason, String key) {
        return back(new Asked(community, order, amount, reason, key), true);
    }

    /** What became of the refunds of an order, oldest first. */
    @Transactional(readOnly = true)
    public List<RefundCard> of(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select id, provider, amount_fen, reason, requested_at, done_at from refund
                        where community_id = ? and order_id = ? and reason <> ? order by requested_at, id
                        """)
                .params(community.value(), order, CreditRefunds.REASON)
                .query((row, number) -> new RefundCard(
                        row.getObject("id", UUID.class),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getString("provider").equals(Credit.NAME),
                        row.getString("reason"),
                        row.getTimestamp("requested_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("done_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list();
    }

    private UUID back(Asked asked, boolean mayStay) {
        if (asked.amount().isZero()) {
            throw new IllegalArgumentException("There is nothing to refund");
        }
        var paid = kept.lock(asked.community(), asked.order());
        return requested(asked).orElseGet(() -> give(asked, paid, mayStay));
    }

    /** Each payment of the order gives its part of what is kept of it, so that all of it goes back to the fen. */
    private UUID give(Asked asked, List<Kept> paid, boolean mayStay) {
        var left = paid.stream().map(it -> it.amount().fen()).toList();
        if (asked.amount().fen() > left.stream().mapToLong(it -> it).sum()) {
            throw new CannotRefund();
        }
        var parts = asked.amount().split(left);
        var given = new ArrayList<UUID>();
        for (int at = 0; at < parts.size(); at++) {
            if (!parts.get(at).isZero()) {
                given.add(give(asked, paid.get(at), parts.get(at), mayStay));
            }
        }
        return given.getFirst();
    }

    private UUID give(Asked asked, Kept paid, Money part, boolean mayStay) {
        if (paid.isCredit()
                || mayStay && paid.wasPaidHere() && credit.keeps(asked.community(), asked.order(), paid.payer())) {
            return keep(asked, paid, part);
        }
        var refund = queue.add(asked.community(), paid.payment(), part, asked.reason(), asked.key());
        settlements.giveBack(
                asked.community(),
                asked.order(),
                refund,
                part,
                new Account(Account.Kind.REFUND_IN_FLIGHT, asked.community().value()));
        outbox.wakeAfterCommit();
        return refund;
    }

    private UUID keep(Asked asked, Kept paid, Money part) {
        var account = credit.account(asked.community(), paid.payer());
        var refund = queue.addKept(asked.community(), paid.payment(), part, asked.reason(), asked.key());
        if (paid.isCredit()) {
            credit.giveBack(asked.community(), asked.order(), refund, part);
        } else {
            var stayed =
                    new Credit.Stayed(refund, paid.payment(), asked.order(), paid.provider(), paid.captured(), part);
            credit.keep(asked.community(), account, stayed);
        }
        settlements.giveBack(asked.community(), asked.order(), refund, part, account);
        return refund;
    }

    private Optional<UUID> requested(Asked asked) {
        return jdbc.sql("""
                        select id from refund
                        where community_id = ? and order_id = ? and reason = ? and request_key = ?
                        order by id limit 1
                        """)
                .params(asked.community().value(), asked.order(), asked.reason(), asked.key())
                .query(UUID.class)
                .optional();
    }
}
