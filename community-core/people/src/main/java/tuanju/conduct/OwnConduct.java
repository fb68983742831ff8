package tuanju.conduct;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;

/** What happened to somebody's own words, what followed for them, what came of their reports, and how far they are trusted. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class OwnConduct {

    static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Communities communities;
    private final Measures measures;
    private final Trust trust;

    /** What one reported and what came of it: HIDDEN, KEPT or nothing yet. */
    record Reported(
            String kind,
            String title,
            @Nullable String outcome,
            @Nullable String why) {}

    /** How far one is trusted where, and why. */
    record Trusted(CommunityCard community, Trust.Standing standing) {}

    /** A page of cases; next is null at the end. */
    record Page(List<Case> shown, @Nullable UUID next) {}

    /** Own words that were hidden, by a decision or for the time being; the latest first. */
    Page cases(MemberId member, @Nullable UUID after) {
        var found = jdbc.sql("select " + Case.COLUMNS + """
                         from conduct_case c
                        where c.author_id = :member and (c.held_at is not null or c.decision = 'HIDDEN')
                            and (:after::uuid is null or c.id < :after::uuid) order by c.id desc limit :limit
                        """)
                .param("member", member.value())
                .param("after", after)
                .param("limit", PAGE + 1)
                .query(Case::read)
                .list();
        var shown = found.stream().limit(PAGE).toList();
        return new Page(shown, found.size() > PAGE ? shown.getLast().id() : null);
    }

    /** The latest twenty. */
    List<Reported> reports(MemberId member) {
        return jdbc.sql("""
                        select c.kind, c.title, c.decision, c.decided_reason, c.appeal_decision, c.appeal_reason
                        from conduct_report r join conduct_case c on c.community_id = r.community_id and c.id = r.case_id
                        where r.reporter_id = :member order by r.id desc limit 20
                        """)
                .param("member", member.value())
                .query((row, number) -> {
                    boolean overturned = "OVERTURNED".equals(row.getString("appeal_decision"));
                    @Nullable String decision = row.getString("decision");
                    return new Reported(
                            row.getString("kind"),
                            row.getString("title"),
                            overturned ? "KEPT" : decision,
                            row.getString(overturned ? "appeal_reason" : "decided_reason"));
                })
                .list();
    }

    List<Measure> measures(MemberId member) {
        return measures.of(member);
    }

    /** Wherever one belongs. */
    List<Trusted> trusted(MemberId member) {
        return memberships.of(member).stream()
                .flatMap(it -> trust
                        .of(member, it.community())
                        .map(standing -> new Trusted(communities.get(it.community()), standing))
                        .stream())
                .toList();
    }

    /** Of these cases and measures the communities, by their id. */
    Map<UUID, String> names() {
        return communities.all().stream().collect(Collectors.toMap(it -> it.id().value(), CommunityCard::name));
    }
}
