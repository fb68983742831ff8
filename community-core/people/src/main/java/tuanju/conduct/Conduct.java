package tuanju.conduct;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.TooMany;
import tuanju.community.CommunityId;
import tuanju.conduct.Findings.Finding;
import tuanju.conduct.Findings.Rule;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;

/** What everything that people write passes on its way to the wall: whether they may, and whether somebody should look at it. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class Conduct {

    private static final int BURST = 20;
    private static final Duration NEW = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Findings findings;
    private final CaseRows rows;
    private final Measures measures;
    private final Trust trust;
    private final Memberships memberships;
    private final Clock clock;

    /** What else is known of somebody's writing at this moment. */
    private record Around(boolean alike, int lately, int today, boolean first, boolean busy, boolean told) {}

    /**
     * Something is written, or reads differently from now on. Called before its own row is touched: whoever decides a case takes the
     * case first and then the thing. Refuses with TooMany who wrote enough for a day; whether they may at all is asked
     * by {@link #mustBeAllowed}.
     */
    public void written(Thing thing) {
        var print = Findings.print(thing.words());
        var around = around(thing, print);
        if (around.today() >= Trust.A_NEWCOMERS_DAY
                && around.today() >= trust.aDay(thing.author(), thing.community())) {
            throw new TooMany(Duration.ofHours(1).toSeconds());
        }
        know(thing, print);
        var found = new ArrayList<>(findings.in(thing.title() + "\n" + thing.words()));
        if (around.alike()) {
            found.add(new Finding(Rule.DUPLICATE, ""));
        }
        if (around.lately() >= BURST && !around.told()) {
            found.add(new Finding(Rule.BURST, ""));
        }
        if (around.first() && around.busy() && isNew(thing.author(), thing.community())) {
            found.add(new Finding(Rule.FIRST, ""));
        }
        if (!found.isEmpty()) {
            open(thing, found);
        }
    }

    /** Refuses with MayNotWrite who does not write here for a while. */
    public void mustBeAllowed(MemberId member, CommunityId community) {
        measures.mustWrite(member, community);
    }

    /** Refuses with MayNotWrite who only reads here for a while: they tap nothing either. */
    public void mustBeAllowedToTap(MemberId member, CommunityId community) {
        measures.mustTap(member, community);
    }

    private void open(Thing thing, List<Finding> found) {
        int severity = found.stream().mapToInt(it -> it.rule().severity()).max().orElse(1);
        rows.found(rows.open(thing, severity), thing, found);
    }

    private boolean isNew(MemberId member, CommunityId community) {
        return memberships
                .of(member, community)
                .filter(it -> it.joined().isAfter(clock.instant().minus(NEW)))
                .isPresent();
    }

    private Around around(Thing thing, @Nullable Long print) {
        return jdbc.sql("""
                        select
                            exists (select from conduct_text t
                                where t.community_id = :community and t.fingerprint = :print
                                    and (t.kind, t.code) <> (:kind, :code)
                                    and t.written_at > now() - interval '7 days') as alike,
                            count(*) filter (where t.written_at > now() - interval '10 minutes') as lately,
                            count(*) filter (where t.written_at > now() - interval '24 hours') as today,
                            count(*) = 0 as first,
                            (select count(*) from (select from conduct_text o where o.community_id = :community limit 50) o) >= 50
                                as busy,
                            exists (select from conduct_case c join conduct_finding f
                                    on f.community_id = c.community_id and f.case_id = c.id
                                where c.author_id = :author and c.community_id = :community and f.rule = 'BURST'
                                    and f.found_at > now() - interval '1 hour') as told
                        from (select t.written_at from conduct_text t where t.community_id = :community
                            and t.author_id = :author order by t.written_at desc limit 400) t
                        """)
                .param("community", thing.community().value())
                .param("kind", thing.kind())
                .param("code", thing.code().value())
                .param("author", thing.author().value())
                .param("print", print, java.sql.Types.BIGINT)
                .query((row, number) -> new Around(
                        row.getBoolean("alike"),
                        row.getInt("lately"),
                        row.getInt("today"),
                        row.getBoolean("first"),
                        row.getBoolean("busy"),
                        row.getBoolean("told")))
                .single();
    }

    private void know(Thing thing, @Nullable Long print) {
        jdbc.sql("""
                        insert into conduct_text (community_id, kind, code, author_id, fingerprint)
                        values (:community, :kind, :code, :author, :print)
                        on conflict (community_id, kind, code) do update set fingerprint = excluded.fingerprint
                        """)
                .param("community", thing.community().value())
                .param("kind", thing.kind())
                .param("code", thing.code().value())
                .param("author", thing.author().value())
                .param("print", print, java.sql.Types.BIGINT)
                .update();
    }
}
