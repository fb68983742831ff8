package tuanju.commission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Rules in the database: one for a subject holds at a time, and what held when an order was placed stays known. */
@Component
@RequiredArgsConstructor
class RuleRows {

    private static final String RULE = """
        select community_id, id, scope, subject, called, basis_points, made_at, ended_at from commission_rule
        """;

    private final JdbcClient jdbc;

    /** From now on it holds, and the one before it for the same subject no more. */
    void replace(Rule rule, MemberId by) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('commission_rule'), 1)")
                .query((row, number) -> 1)
                .single();
        jdbc.sql("""
            update commission_rule set ended_at = clock_timestamp()
            where community_id = :community and scope = :scope and subject = :subject and ended_at is null
            """)
                .param("community", rule.community().value())
                .param("scope", rule.scope().name())
                .param("subject", rule.subject())
                .update();
        jdbc.sql("""
            insert into commission_rule (community_id, id, scope, subject, called, basis_points, made_by, made_at)
            values (:community, :id, :scope, :subject, :called, :points, :by, clock_timestamp())
            """)
                .param("community", rule.community().value())
                .param("id", rule.id())
                .param("scope", rule.scope().name())
                .param("subject", rule.subject())
                .param("called", rule.called())
                .param("points", rule.basisPoints())
                .param("by", by.value())
                .update();
    }

    /** Whether it held until now. */
    boolean end(UUID rule) {
        return jdbc.sql("update commission_rule set ended_at = clock_timestamp() where id = :id and ended_at is null")
                        .param("id", rule)
                        .update()
                == 1;
    }

    Optional<Rule> find(UUID rule) {
        return jdbc.sql(RULE + "where id = :id")
                .param("id", rule)
                .query(RuleRows::rule)
                .optional();
    }

    /** Those that held then. */
    List<Rule> at(CommunityId community, Instant then) {
        return jdbc.sql(RULE + """
            where community_id = :community and made_at <= :then and coalesce(ended_at > :then, true) order by made_at desc
            """)
                .param("community", community.value())
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(RuleRows::rule)
                .list();
    }

    /** Those that hold now, of every community; the latest first, at most so many. */
    List<Rule> now(int most) {
        return jdbc.sql(RULE + "where ended_at is null order by made_at desc, id limit :most")
                .param("most", most)
                .query(RuleRows::rule)
                .list();
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Rule(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                Scope.valueOf(row.getString("scope")),
                row.getString("subject"),
                row.getString("called"),
                row.getInt("basis_points"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
