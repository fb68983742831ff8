package tuanju.payment.bills;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.money.Money;
import tuanju.payment.cases.ExceptionCase;

/** Holds a stored bill against what we know: by the provider's transaction where money came in, else by our own code. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Comparing {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** We hear of refunds and transfers a while after their provider has done them; around midnight that is another day. */
    private static final Duration HEARD_LATER = Duration.ofMinutes(30);

    private static final String OURS = """
            select 'PAYMENT' as kind, coalesce(p.code, '') as code, c.transaction, c.amount_fen, c.captured_at as at
                from capture c left join payment p on p.community_id = c.community_id and p.id = c.payment_id
                where c.provider = :provider
            union all
            select 'REFUND', code, '', amount_fen, done_at from refund where provider = :provider
            union all
            select 'TRANSFER', code, '', amount_fen, ended_at from payment_transfer
                where provider = :provider and status <> 'FAILED'
            """;

    private static final String SAME = """
            o.kind = l.kind and case when l.kind = 'PAYMENT' then o.transaction = l.transaction else o.code = l.code end
            """;

    private final JdbcClient jdbc;

    List<Difference> differences(String provider, LocalDate day) {
        var from = day.atStartOfDay(SHANGHAI).toInstant();
        var to = day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
        return jdbc
                .sql("""
                        with ours as (%1$s), line as (
                            select * from payment_bill_line where provider = :provider and day = :day
                        )
                        select 'BILL_TWICE' as difference, kind, code, transaction, amount_fen, null::bigint as ours_fen
                        from line group by kind, code, transaction, amount_fen
                        having count(*) > 1
                        union all
                        select 'BILL_TWICE', kind, code, transaction, amount_fen, null from line
                        where exists (
                            select from payment_bill_line e where e.provider = :provider and e.day < :day
                                and e.kind = line.kind and e.code = line.code and e.transaction = line.transaction)
                        union all
                        select 'BILL_UNKNOWN', l.kind, l.code, l.transaction, l.amount_fen, null from line l
                        where not exists (select from ours o where %2$s)
                        union all
                        select 'BILL_AMOUNT', l.kind, l.code, l.transaction, l.amount_fen, o.amount_fen
                        from line l join ours o on %2$s where o.amount_fen <> l.amount_fen
                        union all
                        select 'BILL_OTHER_DAY', l.kind, l.code, l.transaction, l.amount_fen, o.amount_fen
                        from line l left join ours o on %2$s
                        where l.at < cast(:from as timestamptz) or l.at >= cast(:to as timestamptz)
                            or l.kind = 'PAYMENT' and o.at < cast(:from as timestamptz)
                            or l.kind = 'PAYMENT' and o.at >= cast(:to as timestamptz)
                        union all
                        select 'BILL_MISSING', o.kind, o.code, o.transaction, o.amount_fen, o.amount_fen from ours o
                        where o.at >= cast(case when o.kind = 'PAYMENT' then :from else :fromHeard end as timestamptz)
                            and o.at < cast(case when o.kind = 'PAYMENT' then :to else :toHeard end as timestamptz)
                            and not exists (select from payment_bill_line l where l.provider = :provider and %2$s)
                        """.formatted(OURS, SAME))
                .param("provider", provider)
                .param("day", day)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("fromHeard", Timestamp.from(from.minus(HEARD_LATER)))
                .param("toHeard", Timestamp.from(to.minus(HEARD_LATER)))
                .query(Comparing::difference)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        var transaction = row.getString("transaction");
        var ours = row.getObject("ours_fen", Long.class);
        return new Difference(
                ExceptionCase.Kind.valueOf(row.getString("difference")),
                row.getString("kind"),
                row.getString("code"),
                transaction.isEmpty() || !row.getString("kind").equals("PAYMENT") ? row.getString("code") : transaction,
                Money.ofFen(row.getLong("amount_fen")),
                ours == null ? null : Money.ofFen(ours));
    }
}
