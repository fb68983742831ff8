package tuanju.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.conduct.Reason;
import tuanju.conduct.Thing;
import tuanju.conduct.WrittenThings;
import tuanju.member.MemberId;
import tuanju.note.Sight;

/** Reviews before whoever keeps order: their words are hidden for a reason of the law only, and their stars go on counting. */
@Component
@RequiredArgsConstructor
class JudgedReviews implements WrittenThings {

    private static final String REVIEW = """
        select r.community_id, r.code, r.author_id, r.product_name, r.words,
            '/reviews?community=' || left(r.code, 4) as page,
            r.held_at is not null or r.removed_at is not null as hidden
        from review r
        where r.withdrawn_at is null and\s
        """;

    private static final String THESE =
            "(r.community_id, r.code) in (select * from unnest(:communities::uuid[], :codes::text[]))";

    private final JdbcClient jdbc;
    private final Communities communities;

    @Override
    public String kind() {
        return Review.KIND;
    }

    @Override
    public Set<Reason> reasons() {
        return EnumSet.of(Reason.ILLEGAL, Reason.PRIVACY, Reason.RUDE, Reason.SPAM);
    }

    /** By somebody they read. */
    @Override
    public Optional<Thing> seenBy(MemberId reader, Code code) {
        return jdbc.sql(REVIEW + "r.community_id = :community and r.code = :code and " + Sight.person("r.author_id"))
                .param("community", communities.of(code).id().value())
                .param("code", code.value())
                .param("viewer", reader.value())
                .query(JudgedReviews::thing)
                .optional();
    }

    @Override
    public List<Thing> now(Collection<Code> codes) {
        return these(REVIEW + THESE + " order by r.id", codes)
                .query(JudgedReviews::thing)
                .list();
    }

    @Override
    public List<Thing> held(Collection<Code> codes) {
        return these(REVIEW + THESE + " order by r.id for update of r", codes)
                .query(JudgedReviews::thing)
                .list();
    }

    /** What was hidden for a reason of the law stays hidden for that one. */
    @Override
    public void hide(Collection<Code> codes, Hiding how) {
        var by = how.by();
        if (by == null) {
            these("update review r set held_at = coalesce(r.held_at, now()) where " + THESE, codes)
                    .update();
            return;
        }
        these("""
                        update review r set held_at = null, removed_at = coalesce(r.removed_at, now()),
                            removed_by = coalesce(r.removed_by, :by), removed_for = coalesce(r.removed_for, :reason),
                            removed_reason = coalesce(r.removed_reason, :why)
                        where\s
                        """ + THESE, codes)
                .param("by", by.value())
                .param("reason", law(how.reason()))
                .param("why", how.why())
                .update();
    }

    /** What another decision than this one removed stays removed. */
    @Override
    public void show(Collection<Code> codes, @Nullable Hiding overruled) {
        these("update review r set held_at = null where " + THESE, codes).update();
        var by = overruled == null ? null : overruled.by();
        if (overruled != null && by != null) {
            these("""
                            update review r set removed_at = null, removed_by = null, removed_for = null, removed_reason = null
                            where r.removed_by = :by and r.removed_for = :reason and r.removed_reason = :why and\s
                            """ + THESE, codes)
                    .param("by", by.value())
                    .param("reason", law(overruled.reason()))
                    .param("why", overruled.why())
                    .update();
        }
    }

    /** As the law's reasons are called where reviews are read. */
    private static String law(@Nullable Reason reason) {
        return switch (reason) {
            case RUDE -> "INSULT";
            case SPAM -> "ADVERT";
            case PRIVACY -> "PRIVACY";
            case null, default -> "ILLEGAL";
        };
    }

    private JdbcClient.StatementSpec these(String statement, Collection<Code> codes) {
        return jdbc.sql(statement)
                .param(
                        "communities",
                        codes.stream()
                                .map(it -> communities.of(it).id().value())
                                .toArray(UUID[]::new))
                .param("codes", codes.stream().map(Code::value).toArray(String[]::new));
    }

    private static Thing thing(ResultSet row, int number) throws SQLException {
        return new Thing(
                new CommunityId(row.getObject("community_id", UUID.class)),
                Review.KIND,
                new Code(row.getString("code")),
                new MemberId(row.getObject("author_id", UUID.class)),
                row.getString("product_name"),
                row.getString("words"),
                1,
                row.getString("page"),
                row.getBoolean("hidden"));
    }
}
