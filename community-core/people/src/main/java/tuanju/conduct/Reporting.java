package tuanju.conduct;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Plain;
import tuanju.command.RateLimits;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Lines;
import tuanju.conduct.ReportRows.Weight;
import tuanju.conduct.WrittenThings.Hiding;
import tuanju.member.MemberId;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;

/**
 * Readers say what is not right. What enough of them say is hidden for the time being: people who know each other count once, three who
 * do not are needed at least, for something such a thing may be hidden for, and together they must weigh as much as 5 % of those who are
 * about. What somebody looked at and kept is not hidden again by reports.
 */
@Component
@RequiredArgsConstructor
@Transactional
public class Reporting {

    private static final int LONGEST_WORDS = 500;
    private static final int A_DAY = 20;
    private static final int LEAST = 3;
    private static final int SHARE = 20;
    private static final Duration ABOUT = Duration.ofDays(30);

    private final CaseRows rows;
    private final ReportRows reports;
    private final Kinds kinds;
    private final ObjectProvider<Acquaintances> acquaintances;
    private final Trust trust;
    private final RateLimits limits;
    private final Notifications notifications;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Communities communities;

    /**
     * What somebody says is not right.
     *
     * @param kind NOTE, COMMENT or REVIEW
     * @param code of the thing
     */
    public record Saying(
            @Nullable String kind,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String text) {}

    /**
     * Said again before it is decided it is the same report. Refuses with Invalid what cannot be read, with NotFound what they may not
     * see, with CannotDecide their own words, with TooMany more than twenty a day.
     */
    public void report(MemberId reporter, Saying saying) {
        var reason = Reason.read("reason", saying.reason());
        var words = Lines.optional(
                "text", Plain.text("text", Objects.requireNonNullElse(saying.text(), "")), LONGEST_WORDS);
        var kind = kinds.of(needed("kind", saying.kind()));
        var code = Code.read(needed("code", saying.code()));
        limits.take("report " + reporter.value(), A_DAY, Duration.ofDays(1));
        var thing = kind.seenBy(reporter, code).orElseThrow(NotFound::new);
        if (thing.author().equals(reporter)) {
            throw CannotDecide.ownWords();
        }
        var about = rows.open(thing, reason.severity());
        int weight = trust.weight(reporter, thing.community());
        if (reports.report(about, thing, reporter, new ReportRows.Saying(reason, words, weight))
                && !thing.hidden()
                && !reports.wasKept(thing)
                && isEnough(thing.community(), reports.weights(thing.community(), about, kind.reasons()))) {
            kind.hide(List.of(code), Hiding.FOR_THE_TIME_BEING);
            reports.hold(thing.community(), about);
            notifications.tell(
                    thing.author(),
                    Notification.of("conduct:" + about + ":held", "conduct.told.held", "/me/conduct", thing.title()));
        }
    }

    /** The case about this thing that waits. Refuses with NotFound. */
    @Transactional(readOnly = true)
    public UUID waiting(Code code) {
        return jdbc.sql(
                        "select id from conduct_case where community_id = :community and code = :code and decision is null")
                .param("community", communities.of(code).id().value())
                .param("code", code.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private boolean isEnough(CommunityId community, List<Weight> weights) {
        if (weights.size() < LEAST) {
            return false;
        }
        var heaviest = apart(weights);
        return heaviest.stream().filter(it -> it > 0).count() >= LEAST
                && heaviest.stream().mapToInt(it -> it).sum()
                        >= Math.max(LEAST, (about(community) + SHARE - 1) / SHARE);
    }

    /** Of each circle of people who know each other the heaviest word. */
    private List<Integer> apart(List<Weight> weights) {
        Map<MemberId, MemberId> circle = new HashMap<>();
        weights.forEach(it -> circle.put(it.reporter(), it.reporter()));
        var people = weights.stream().map(Weight::reporter).toList();
        acquaintances
                .orderedStream()
                .flatMap(it -> it.among(people).stream())
                .forEach(it -> circle.put(first(circle, it.one()), first(circle, it.other())));
        var heaviest = new HashMap<MemberId, Integer>();
        weights.forEach(it -> heaviest.merge(first(circle, it.reporter()), it.weight(), Math::max));
        return new ArrayList<>(heaviest.values());
    }

    private static MemberId first(Map<MemberId, MemberId> circle, MemberId member) {
        var at = member;
        var next = circle.getOrDefault(at, at);
        while (!next.equals(at)) {
            at = next;
            next = circle.getOrDefault(at, at);
        }
        return at;
    }

    private long about(CommunityId community) {
        return jdbc.sql("select members_about(:community, :since)")
                .param("community", community.value())
                .param("since", clock.instant().minus(ABOUT).atOffset(java.time.ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Invalid(field, "field-missing");
        }
        return value.strip();
    }
}
