package tuanju.conduct.published;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.page.Dates;

/** The decisions of a month, without names. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class PublishedDecisions {

    static final int PAGE = 50;
    private static final YearMonth FIRST = YearMonth.of(2026, 11);

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Clock clock;

    /**
     * A decision as everybody reads it.
     *
     * @param reason for what it was hidden; null where it was kept
     * @param end UPHELD or OVERTURNED where it was appealed; null where not, or not yet
     */
    record Published(
            UUID id,
            LocalDate day,
            String community,
            String kind,
            boolean hidden,
            @Nullable String reason,
            @Nullable String end) {}

    /** How many of a kind of thing: a decision, an appeal's end, or what followed. */
    record Count(String what, int number) {}

    /** A page; next is null at the end. */
    record Page(List<Published> shown, @Nullable UUID next) {}

    /** Now where nothing is said. Refuses with Invalid what is no month. */
    YearMonth month(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return now();
        }
        try {
            var month = YearMonth.parse(typed.strip());
            if (!month.isBefore(FIRST) && !month.isAfter(now())) {
                return month;
            }
        } catch (DateTimeParseException none) {
            // said below
        }
        throw new Invalid("month", "conduct-month");
    }

    YearMonth now() {
        return YearMonth.now(clock.withZone(Dates.SHANGHAI));
    }

    boolean isFirst(YearMonth month) {
        return !month.isAfter(FIRST);
    }

    /** The latest first, after this one. */
    Page page(YearMonth month, @Nullable UUID after) {
        var found = in(month, """
                        select id, community_id, kind, decision, decided_for, decided_at, appeal_decision from conduct_case c
                        where decided_at >= :begin and decided_at < :end and (:after::uuid is null or (decided_at, id) < (
                            select l.decided_at, l.id from conduct_case l where l.id = :after::uuid))
                        order by decided_at desc, id desc limit :limit
                        """)
                .param("after", after)
                .param("limit", PAGE + 1)
                .query((row, number) -> new Published(
                        row.getObject("id", UUID.class),
                        row.getObject("decided_at", OffsetDateTime.class)
                                .atZoneSameInstant(Dates.SHANGHAI)
                                .toLocalDate(),
                        communities
                                .get(new CommunityId(row.getObject("community_id", UUID.class)))
                                .name(),
                        row.getString("kind"),
                        row.getString("decision").equals("HIDDEN"),
                        row.getString("decided_for"),
                        row.getString("appeal_decision")))
                .list();
        var shown = found.stream().limit(PAGE).toList();
        return new Page(shown, found.size() > PAGE ? shown.getLast().id() : null);
    }

    /** What the month comes to. */
    List<Count> counts(YearMonth month) {
        return in(month, """
                        select what, sum(number)::int as number from (
                            select decision as what, count(*) as number from conduct_case
                            where decided_at >= :begin and decided_at < :end group by decision
                            union all
                            select appeal_decision, count(*) from conduct_case
                            where decided_at >= :begin and decided_at < :end and appeal_decision is not null
                            group by appeal_decision
                            union all
                            select kind, count(*) from conduct_measure
                            where begins_at >= :begin and begins_at < :end group by kind) all_of_it
                        group by what order by array_position(array['HIDDEN', 'KEPT', 'UPHELD', 'OVERTURNED', 'WARNING', 'MUTE',
                            'READ_ONLY', 'REMOVAL', 'BAN'], what)
                        """)
                .query((row, number) -> new Count(row.getString("what"), row.getInt("number")))
                .list();
    }

    private JdbcClient.StatementSpec in(YearMonth month, String statement) {
        return jdbc.sql(statement).param("begin", begin(month)).param("end", begin(month.plusMonths(1)));
    }

    private static OffsetDateTime begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(Dates.SHANGHAI).toOffsetDateTime();
    }
}
