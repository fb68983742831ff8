package tuanju.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.money.Money;
import tuanju.payment.providers.RefundStanding;
import tuanju.payment.providers.RefundTry;

/** Refunds on their way, in the database and in the books. */
@Component
@Transactional
@RequiredArgsConstructor
public class RefundQueue {

    static final String AUTOMATIC = "automatic";

    /** Between two tries. */
    static final long LONGEST_WAIT_SECONDS = 3600;

    private static final long A_MINUTE = 60;

    private static final String TRIES = """
            select r.*, p.code as payment_code from refund r
            join payment p on p.community_id = r.community_id and p.id = r.payment_id
            """;

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    /** Sets this much of a payment aside and queues its refund. Refuses more than is left; books nothing. */
    UUID add(CommunityId community, UUID payment, Money amount, String reason, String key) {
        setAside(community, payment, amount);
        return insert(community, payment, amount, reason, key, false).id();
    }

    /** The same for what stays here as credit, and so is done at once. */
    UUID addKept(CommunityId community, UUID payment, Money amount, String reason, String key) {
        setAside(community, payment, amount);
        var kept = insert(community, payment, amount, reason, key, true);
        events.publishEvent(
                new RefundCompleted(kept.id(), community, kept.order(), amount, true, Credit.NAME, kept.at()));
        return kept.id();
    }

    private void setAside(CommunityId community, UUID payment, Money amount) {
        int reserved = jdbc.sql("""
                        update payment set refunded_fen = refunded_fen + :fen
                        where community_id = :community and id = :payment and refunded_fen + :fen <= captured_fen
                        """)
                .param("fen", amount.fen())
                .param("community", community.value())
                .param("payment", payment)
                .update();
        if (reserved == 0) {
            throw new CannotRefund();
        }
    }

    private record Added(UUID id, UUID order, Instant at) {}

    private Added insert(CommunityId community, UUID payment, Money amount, String reason, String key, boolean stays) {
        return jdbc.sql("""
                        insert into refund (community_id, id, code, payment_id, order_id, provider, amount_fen, reason,
                            request_key, status, done_at, next_try_at)
                        select community_id, :id, :code, id, order_id, case when :stays then :wallet else provider end, :fen,
                            :reason, :key, case when :stays then 'DONE' else 'REQUESTED' end,
                            case when :stays then now() end, case when not :stays then now() end
                        from payment where community_id = :community and id = :payment
                        returning id, order_id, requested_at
                        """)
                .param("id", Ids.next())
                .param("code", communities.nextCode(community).value())
                .param("stays", stays)
                .param("wallet", Credit.NAME)
                .param("fen", amount.fen())
                .param("reason", reason)
                .param("key", key)
                .param("community", community.value())
                .param("payment", payment)
                .query((row, number) -> new Added(
                        row.getObject("id", UUID.class),
                        row.getObject("order_id", UUID.class),
                        row.getTimestamp("requested_at").toInstant()))
                .single();
    }

    /** Takes refunds whose next try has come, or was set by a clock that was fast; nobody else gets them for a minute. */
    List<RefundTry> claimDue(List<String> providers, int limit) {
        return claim(List.of("REQUESTED", "PROCESSING", "FAILED"), providers, limit);
    }

    /** Of those only what is at its provider already, where it is asked about and nothing is sent. */
    List<RefundTry> claimSent(List<String> providers, int limit) {
        return claim(List.of("PROCESSING"), providers, limit);
    }

    private List<RefundTry> claim(List<String> statuses, List<String> providers, int limit) {
        return jdbc.sql("""
                        with claimed as (
                            update refund set attempts = attempts + 1, next_try_at = now() + interval '1 minute'
                            where (community_id, id) in (
                                select community_id, id from refund
                                where (next_try_at <= now() or next_try_at > now() + :longest * interval '1 second')
                                    and provider in (:providers) and status in (:statuses)
                                order by next_try_at limit :limit for update skip locked
                            )
                            returning *
                        )
                        select r.*, p.code as payment_code from claimed r
                        join payment p on p.community_id = r.community_id and p.id = r.payment_id
                        """)
                .param("statuses", statuses)
                .param("providers", providers)
                .param("limit", limit)
                .param("longest", LONGEST_WAIT_SECONDS + A_MINUTE)
                .query(RefundQueue::refund)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<RefundTry> find(CommunityId community, String code) {
        return jdbc.sql(TRIES + "where r.community_id = ? and r.code = ?")
                .params(community.value(), code)
                .query(RefundQueue::refund)
                .optional();
    }

    /** Refunds at this provider that are not done, oldest first. */
    @Transactional(readOnly = true)
    List<OfflineDue> waiting(CommunityId community, String provider) {
        return jdbc.sql("""
                        select r.code, r.order_id, p.payer_id, p.title, r.amount_fen, r.requested_at as since
                        from refund r join payment p on p.community_id = r.community_id and p.id = r.payment_id
                        where r.community_id = ? and r.provider = ? and r.status <> 'DONE' order by r.requested_at
                        """)
                .params(community.value(), provider)
                .query(PaymentTries::due)
                .list();
    }

    /** Writes down what the provider said to this try, and when to try again. */
    void answered(RefundTry refund, RefundStanding standing, long nextTrySeconds) {
        jdbc.sql("""
                        insert into refund_attempt (community_id, refund_id, attempt, answer, detail)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(refund.community().value(), refund.id(), refund.attempts())
                .params(standing.answer().name(), standing.detail())
                .update();
        switch (standing.answer()) {
            case DONE -> finish(refund);
            case PROCESSING, FAILED -> await(refund, standing.answer().name(), nextTrySeconds);
            case NO_ANSWER -> await(refund, refund.status().name(), nextTrySeconds);
        }
    }

    /** The provider has confirmed: once, books and event included. */
    public void finish(RefundTry refund) {
        var done = jdbc.sql("""
                        update refund set status = 'DONE', done_at = now(), next_try_at = null
                        where community_id = ? and id = ? and status <> 'DONE' returning done_at
                        """)
                .params(refund.community().value(), refund.id())
                .query((row, number) -> row.getTimestamp("done_at").toInstant())
                .optional();
        done.ifPresent(at -> {
            // credit that is paid back went back from its order before
            if (!refund.reason().equals(CreditRefunds.REASON)) {
                events.publishEvent(completed(refund, at));
            }
            var owner = refund.community().value();
            ledger.post(new Transfer(
                    new Source("refund", refund.id(), "done"),
                    new Account(Account.Kind.REFUND_IN_FLIGHT, owner),
                    new Account(Account.Kind.PROVIDER_CLEARING, owner),
                    refund.amount()));
        });
    }

    private static RefundCompleted completed(RefundTry refund, Instant at) {
        return new RefundCompleted(
                refund.id(),
                refund.community(),
                refund.order(),
                refund.amount(),
                !Refunds.NOT_OF_ORDERS.contains(refund.reason()),
                refund.provider(),
                at);
    }

    private void await(RefundTry refund, String status, long seconds) {
        jdbc.sql("""
                        update refund set status = ?, next_try_at = now() + make_interval(secs => ?)
                        where community_id = ? and id = ? and status <> 'DONE'
                        """)
                .params(status, seconds, refund.community().value(), refund.id())
                .update();
    }

    private static RefundTry refund(ResultSet row, int number) throws SQLException {
        return new RefundTry(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("payment_id", UUID.class),
                row.getString("payment_code"),
                row.getObject("order_id", UUID.class),
                row.getString("provider"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("reason"),
                RefundTry.Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getTimestamp("requested_at").toInstant());
    }
}
