package tuanju.commission;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.money.Money;
import tuanju.table.DayRange;
import tuanju.table.Tables;

/** Finds commissions of every community for operators. */
@Component
@RequiredArgsConstructor
class CommissionDesk {

    static final int PAGE = 50;

    private static final String MATCHING = """
        from commission c
        where (:code = '' or c.order_code = :code)
            and (:state::text is null
                or case when coalesce(c.review, 'ALLOWED') = 'ALLOWED' then c.state else 'REVIEW' end = :state
                    and (c.review is distinct from 'REFUSED'))
            and (:community::uuid is null or c.community_id = :community)
            and (:begin::timestamptz is null or c.placed_at >= :begin) and (:end::timestamptz is null or c.placed_at < :end)
        """;

    private final JdbcClient jdbc;
    private final Members members;

    /** @param code an order's; empty for all */
    record Search(
            String code,
            Commissions.@Nullable Picked state,
            @Nullable CommunityId community,
            DayRange days,
            boolean latestFirst,
            @Nullable Code after) {}

    /** One commission, and whose. */
    record Found(EarnedLines earned, MemberCard referrer) {
        Commission commission() {
            return earned.commission();
        }
    }

    /** @param total null where they are too many to be added up */
    record Page(List<Found> found, boolean more, @Nullable Total total) {}

    record Total(long orders, Money amount) {}

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page find(Search search) {
        var found = query(search, PAGE + 1);
        var total = asked(
                        search,
                        "select count(*) as n, coalesce(sum(fen), 0) as fen from (select c.fen " + MATCHING + " limit "
                                + (Tables.MOST_ROWS + 1) + ") m")
                .query((row, number) -> new Total(row.getLong("n"), Money.ofFen(row.getLong("fen"))))
                .single();
        return new Page(
                found.stream().limit(PAGE).toList(),
                found.size() > PAGE,
                total.orders() > Tables.MOST_ROWS ? null : total);
    }

    /** Those a file is made of, at most so many. */
    @Transactional(readOnly = true)
    public List<Found> all(Search search, int most) {
        return query(search, most);
    }

    private List<Found> query(Search search, int limit) {
        var way = search.latestFirst() ? "desc" : "asc";
        var after = """
             and (:after::text is null or (c.placed_at, c.order_id) %s (
                select a.placed_at, a.order_id from commission a where a.order_code = :after limit 1))
            """.formatted(search.latestFirst() ? "<" : ">");
        var found = asked(
                        search,
                        CommissionRows.COMMISSION.replace("from commission c", "")
                                + MATCHING
                                + after
                                + " order by c.placed_at %s, c.order_id %s limit %d".formatted(way, way, limit))
                .param("after", search.after() == null ? null : search.after().value())
                .query(CommissionRows::read)
                .list();
        Map<MemberId, MemberCard> people = members.cards(
                found.stream().map(Commission::referrer).distinct().toList());
        return found.stream()
                .flatMap(it -> Stream.ofNullable(people.get(it.referrer()))
                        .map(card -> new Found(new EarnedLines(it, null), card)))
                .toList();
    }

    private JdbcClient.StatementSpec asked(Search search, String sql) {
        return jdbc.sql(sql)
                .param("code", search.code().strip().toUpperCase(Locale.ROOT))
                .param("state", search.state() == null ? null : search.state().name())
                .param(
                        "community",
                        search.community() == null ? null : search.community().value())
                .param("begin", time(search.days().begin()))
                .param("end", time(search.days().end()));
    }

    private static @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
