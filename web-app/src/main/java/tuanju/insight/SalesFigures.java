package tuanju.insight;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a period and the one before in one query, so that every number on a page is of the same moment. */
@Component
@RequiredArgsConstructor
class SalesFigures {

    private static final String COUNT = """
            select 'SALE' as what, business_day >= :from as now, business_day as day, count(*) as number,
                coalesce(sum(amount_fen), 0) as fen, count(distinct buyer_id) as people, coalesce(sum(pieces), 0) as pieces
            from sale_fact where {scope} business_day between :before and :to
            group by grouping sets ((2, 3), (2))
            union all
            select 'FIRST', business_day >= :from, business_day, count(*), 0, count(distinct buyer_id), 0
            from first_purchase_fact where {scope} business_day between :before and :to
            group by grouping sets ((2, 3), (2))
            union all
            select 'REFUND', business_day >= :from, business_day, count(*), sum(amount_fen), 0, 0
            from refund_fact where {scope} business_day between :before and :to
            group by grouping sets ((2, 3), (2))
            union all
            select outcome, business_day >= :from, business_day, count(*), 0, 0, 0
            from team_fact where {scope} business_day between :before and :to
            group by grouping sets ((1, 2, 3), (1, 2))
            union all
            select 'IMPORT', business_day >= :from, business_day, count(*), sum(amount_fen), 0, 0
            from import_fact where {scope} not cancelled and business_day between :before and :to
            group by grouping sets ((2, 3), (2))
            """;

    private final JdbcClient database;

    Sales of(Scope scope) {
        var period = scope.period();
        var counted = new HashMap<Slot, Map<What, Count>>();
        for (var row : count(scope)) {
            counted.computeIfAbsent(new Slot(row.now(), row.day()), it -> new EnumMap<>(What.class))
                    .put(row.what(), row);
        }
        return new Sales(
                period,
                figures(counted.get(new Slot(true, null))),
                figures(counted.get(new Slot(false, null))),
                days(period, true, counted),
                days(period.previous(), false, counted));
    }

    private List<Count> count(Scope scope) {
        var community = scope.community();
        return database.sql(COUNT.replace("{scope}", scope.condition()))
                .param("before", scope.period().previous().from())
                .param("from", scope.period().from())
                .param("to", scope.period().to())
                .param("community", community == null ? null : community.value())
                .query(new DataClassRowMapper<>(Count.class))
                .list();
    }

    private static List<Sales.Day> days(SalesPeriod period, boolean now, Map<Slot, Map<What, Count>> counted) {
        return period.dates().stream()
                .map(it -> new Sales.Day(it, figures(counted.get(new Slot(now, it)))))
                .toList();
    }

    private static Figures figures(@Nullable Map<What, Count> counts) {
        if (counts == null) {
            return Figures.NONE;
        }
        var sale = counts.getOrDefault(What.SALE, Count.NONE);
        var refund = counts.getOrDefault(What.REFUND, Count.NONE);
        var imported = counts.getOrDefault(What.IMPORT, Count.NONE);
        return new Figures(
                sale.fen(),
                sale.number(),
                sale.pieces(),
                sale.people(),
                counts.getOrDefault(What.FIRST, Count.NONE).people(),
                refund.number(),
                refund.fen(),
                counts.getOrDefault(What.FORMED, Count.NONE).number(),
                counts.getOrDefault(What.LAPSED, Count.NONE).number(),
                imported.number(),
                imported.fen());
    }

    enum What {
        SALE,
        FIRST,
        REFUND,
        FORMED,
        LAPSED,
        IMPORT
    }

    /** A day of this period or the one before; without a day, the whole of it. */
    private record Slot(boolean now, @Nullable LocalDate day) {}

    record Count(What what, boolean now, @Nullable LocalDate day, long number, long fen, long people, long pieces) {
        static final Count NONE = new Count(What.SALE, true, null, 0, 0, 0, 0);
    }
}
