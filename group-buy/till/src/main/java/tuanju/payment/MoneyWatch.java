package tuanju.payment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.money.Money;

/** What operators watch about money: cases that wait for a person, refunds that take long, the payments of an order. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class MoneyWatch {

    /** A refund that has not been confirmed for so long is worth a look. */
    public static final Duration LONG = Duration.ofHours(1);

    private final JdbcClient jdbc;

    /**
     * One try to pay an order.
     *
     * @param captured what arrived and has its place
     */
    public record PaymentCard(
            String provider,
            String code,
            Money amount,
            Money captured,
            Money refunded,
            String status,
            Instant opened) {}

    /** A refund that its provider has not confirmed yet. */
    public record SlowRefund(
            CommunityId community,
            String code,
            UUID order,
            String provider,
            Money amount,
            String reason,
            String status,
            int attempts,
            Instant requested) {}

    /** Cases that nobody has settled. */
    public int openCases() {
        return jdbc.sql("select count(*) from exception_case where settled_at is null")
                .query(Integer.class)
                .single();
    }

    /** Since when the case that waits longest has; empty where none does. */
    public Optional<Instant> oldestCase() {
        return since(jdbc.sql("select min(opened_at) as since from exception_case where settled_at is null"));
    }

    /** Since when the slow refund that waits longest has; empty where there is none. */
    public Optional<Instant> oldestRefund() {
        return since(jdbc.sql("""
                        select min(requested_at) as since from refund
                        where status <> 'DONE' and requested_at < now() - make_interval(secs => ?)
                        """).param(LONG.toSeconds()));
    }

    private static Optional<Instant> since(JdbcClient.StatementSpec oldest) {
        return oldest.query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single();
    }

    /** Refunds that their provider has not confirmed yet. */
    public int waitingRefunds() {
        return jdbc.sql("select count(*) from refund where status <> 'DONE'")
                .query(Integer.class)
                .single();
    }

    /** Refunds requested longer ago than {@link #LONG} and not confirmed. */
    public int slowRefunds() {
        return jdbc.sql("""
                        select count(*) from refund
                        where status <> 'DONE' and requested_at < now() - make_interval(secs => ?)
                        """).param(LONG.toSeconds()).query(Integer.class).single();
    }

    /** Those refunds, the longest waiting first, at most so many. */
    public List<SlowRefund> slowest(int limit) {
        return jdbc.sql("""
                        select * from refund
                        where status <> 'DONE' and requested_at < now() - make_interval(secs => ?)
                        order by requested_at, id limit ?
                        """)
                .params(LONG.toSeconds(), limit)
                .query((row, number) -> new SlowRefund(
                        new CommunityId(row.getObject("community_id", UUID.class)),
                        row.getString("code"),
                        row.getObject("order_id", UUID.class),
                        row.getString("provider"),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getString("reason"),
                        row.getString("status"),
                        row.getInt("attempts"),
                        row.getTimestamp("requested_at").toInstant()))
                .list();
    }

    /** Every try to pay this order, oldest first. */
    public List<PaymentCard> paymentsOf(CommunityId community, UUID order) {
        return jdbc.sql("""
                        select * from payment where community_id = ? and order_id = ? order by opened_at, id
                        """)
                .params(community.value(), order)
                .query((row, number) -> new PaymentCard(
                        row.getString("provider"),
                        row.getString("code"),
                        Money.ofFen(row.getLong("amount_fen")),
                        Money.ofFen(row.getLong("captured_fen")),
                        Money.ofFen(row.getLong("refunded_fen")),
                        row.getString("status"),
                        row.getTimestamp("opened_at").toInstant()))
                .list();
    }
}
