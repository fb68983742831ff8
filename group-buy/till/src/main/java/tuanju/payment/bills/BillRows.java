package tuanju.payment.bills;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.money.Money;
import tuanju.payment.providers.BillLine;

/** The bills, in the database. */
@Component
@Transactional
@RequiredArgsConstructor
class BillRows {

    /** Providers keep a bill for some months; what nobody asked for in so long is not asked for any more. */
    private static final int OLDEST_DAYS = 31;

    private static final int LINES_AT_ONCE = 1_000;
    private static final String VALUES = "(?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    /** The first day with money at this provider whose bill was not compared; empty where there is none before today. */
    @Transactional(readOnly = true)
    Optional<LocalDate> nextDay(String provider, LocalDate today) {
        return jdbc.sql("""
                        select greatest(cast(:oldest as date), since) from (select coalesce(
                            (select max(day) + 1 from payment_bill where provider = :provider),
                            (select cast(min(captured_at) at time zone 'Asia/Shanghai' as date) from capture
                                where provider = :provider),
                            cast(:today as date)) as since) due
                        """)
                .param("oldest", today.minusDays(OLDEST_DAYS))
                .param("today", today)
                .param("provider", provider)
                .query(LocalDate.class)
                .optional()
                .filter(it -> it.isBefore(today));
    }

    /** Answers false when this day's bill was stored before. */
    boolean store(String provider, LocalDate day, List<BillLine> lines) {
        boolean isNew = jdbc.sql("insert into payment_bill (provider, day) values (?, ?) on conflict do nothing")
                        .params(provider, day)
                        .update()
                == 1;
        if (isNew) {
            for (int from = 0; from < lines.size(); from += LINES_AT_ONCE) {
                store(provider, day, from, lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE)));
            }
        }
        return isNew;
    }

    private void store(String provider, LocalDate day, int first, List<BillLine> lines) {
        var columns = new ArrayList<Object>();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            Collections.addAll(columns, provider, day, first + at, line.kind().name(), line.code(), line.transaction());
            Collections.addAll(columns, line.amount().fen(), Timestamp.from(line.at()));
        }
        jdbc.sql("""
                        insert into payment_bill_line (provider, day, number, kind, code, transaction, amount_fen, at)
                        values %s
                        """.formatted(String.join(", ", Collections.nCopies(lines.size(), VALUES))))
                .params(columns)
                .update();
    }

    void compared(String provider, LocalDate day, int differences) {
        jdbc.sql("update payment_bill set differences = ? where provider = ? and day = ?")
                .params(differences, provider, day)
                .update();
    }

    /** Bills of so many days, the latest first. */
    @Transactional(readOnly = true)
    List<Bill> bills(@Nullable LocalDate before, int days) {
        return jdbc.sql("""
                        select b.*,
                            count(*) filter (where l.kind = 'PAYMENT') as payments,
                            coalesce(sum(l.amount_fen) filter (where l.kind = 'PAYMENT'), 0) as payments_fen,
                            count(*) filter (where l.kind = 'REFUND') as refunds,
                            coalesce(sum(l.amount_fen) filter (where l.kind = 'REFUND'), 0) as refunds_fen,
                            count(*) filter (where l.kind = 'TRANSFER') as transfers,
                            coalesce(sum(l.amount_fen) filter (where l.kind = 'TRANSFER'), 0) as transfers_fen
                        from (
                            select * from payment_bill where day in (
                                select distinct day from payment_bill
                                where cast(:before as date) is null or day < cast(:before as date)
                                order by day desc limit :days)
                        ) b left join payment_bill_line l on l.provider = b.provider and l.day = b.day
                        group by b.provider, b.day, b.differences, b.compared_at
                        order by b.day desc, b.provider
                        """)
                .param("before", before)
                .param("days", days)
                .query(BillRows::bill)
                .list();
    }

    private static Bill bill(ResultSet row, int number) throws SQLException {
        return new Bill(
                row.getString("provider"),
                row.getObject("day", LocalDate.class),
                new Bill.Sum(row.getInt("payments"), Money.ofFen(row.getLong("payments_fen"))),
                new Bill.Sum(row.getInt("refunds"), Money.ofFen(row.getLong("refunds_fen"))),
                new Bill.Sum(row.getInt("transfers"), Money.ofFen(row.getLong("transfers_fen"))),
                row.getInt("differences"),
                row.getTimestamp("compared_at").toInstant());
    }
}
