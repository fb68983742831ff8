package tuanju.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up a period and the one before from their days in one query, so that every number on a page is of the same moment. */
@Component
@RequiredArgsConstructor
class SalesFigures {

    /** Comers are those who had not bought in this period yet: over its days they are its different buyers. */
    private static final String DAYS = """
            with sold as (
                select business_day as day, sum(amount_fen) as gmv_fen, sum(orders) as orders, sum(pieces) as pieces,
                    sum(imported) as imported, sum(imported_fen) as imported_fen
                from sales_of_a_day where {scope} business_day between :before and :to
                group by business_day),
            came as (
                select business_day as day, sum(buyers) as buyers,
                    coalesce(sum(buyers) filter (where bought_before = '-infinity'), 0) as new_buyers,
                    coalesce(sum(buyers) filter (where bought_before
                        < case when business_day < :from then :before::date else :from::date end), 0) as comers
                from buyers_of_a_day where community_id = :buyersOf and business_day between :before and :to
                group by business_day),
            ended as (
                select business_day as day, sum(refunds) as refunds, sum(refunded_fen) as refunded_fen,
                    sum(formed) as formed, sum(lapsed) as lapsed
                from endings_of_a_day where {scope} business_day between :before and :to
                group by business_day)
            select day, coalesce(gmv_fen, 0) as gmv_fen, coalesce(orders, 0) as orders, coalesce(pieces, 0) as pieces,
                coalesce(buyers, 0) as buyers, coalesce(new_buyers, 0) as new_buyers, coalesce(comers, 0) as comers,
                coalesce(refunds, 0) as refunds, coalesce(refunded_fen, 0) as refunded_fen,
                coalesce(formed, 0) as formed, coalesce(lapsed, 0) as lapsed,
                coalesce(imported, 0) as imported, coalesce(imported_fen, 0) as imported_fen
            from sold full join came using (day) full join ended using (day)
            """;

    private final JdbcClient database;

    Sales of(Scope scope) {
        var period = scope.period();
        var known = known(scope).stream().collect(Collectors.toMap(Day::day, Function.identity()));
        return new Sales(
                period,
                total(period, known),
                total(period.previous(), known),
                days(period, known),
                days(period.previous(), known));
    }

    private List<Day> known(Scope scope) {
        var community = scope.community();
        return database.sql(DAYS.replace("{scope}", scope.condition()))
                .param("before", scope.period().previous().from())
                .param("from", scope.period().from())
                .param("to", scope.period().to())
                .param("community", community == null ? null : community.value())
                .param("buyersOf", (community == null ? RollUps.EVERYWHERE : community).value())
                .query(new DataClassRowMapper<>(Day.class))
                .list();
    }

    private static List<Sales.Day> days(SalesPeriod period, Map<LocalDate, Day> known) {
        return period.dates().stream()
                .map(it ->
                        new Sales.Day(it, known.containsKey(it) ? known.get(it).figures() : Figures.NONE))
                .toList();
    }

    private static Figures total(SalesPeriod period, Map<LocalDate, Day> known) {
        var days =
                known.values().stream().filter(it -> period.includes(it.day())).toList();
        return new Figures(
                sum(days, Day::gmvFen),
                sum(days, Day::orders),
                sum(days, Day::pieces),
                sum(days, Day::comers),
                sum(days, Day::newBuyers),
                sum(days, Day::refunds),
                sum(days, Day::refundedFen),
                sum(days, Day::formed),
                sum(days, Day::lapsed),
                sum(days, Day::imported),
                sum(days, Day::importedFen));
    }

    private static long sum(List<Day> days, ToLongFunction<Day> of) {
        return days.stream().mapToLong(of).reduce(0, Math::addExact);
    }

    record Day(
            LocalDate day,
            long gmvFen,
            long orders,
            long pieces,
            long buyers,
            long newBuyers,
            long comers,
            long refunds,
            long refundedFen,
            long formed,
            long lapsed,
            long imported,
            long importedFen) {

        Figures figures() {
            return new Figures(
                    gmvFen,
                    orders,
                    pieces,
                    buyers,
                    newBuyers,
                    refunds,
                    refundedFen,
                    formed,
                    lapsed,
                    imported,
                    importedFen);
        }
    }
}
