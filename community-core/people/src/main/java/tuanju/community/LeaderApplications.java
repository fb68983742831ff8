package tuanju.community;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Members who ask to lead a community, and what operators decide. */
@Component
@RequiredArgsConstructor
public class LeaderApplications {

    private static final String COLUMNS =
            "id, member_id, community_id, community_name, place, reason, status, applied_at, decision_reason";

    private final JdbcClient database;
    private final Communities communities;
    private final Leaders leaders;
    private final Members members;
    private final AuditTrail audit;

    /**
     * What a member asks for.
     *
     * @param community the one they want to lead; null for a new one, which name and place describe
     * @param reason why they want to, for the operator
     */
    public record Wish(@Nullable CommunityId community, String name, String place, String reason) {}

    /**
     * Asks; refuses a second wish while one waits (409 already-applied), a community they lead (409 already-leader) and a
     * member whose phone is not proven (409 phone-unproven).
     */
    @Transactional
    public UUID apply(MemberId member, Wish wish) {
        members.needProven(member);
        var known = wish.community() == null ? null : communities.get(wish.community());
        if (known != null && leaders.leads(member, known.id())) {
            throw new CannotApply("already-leader");
        }
        var id = Ids.next();
        try {
            database.sql("""
                            insert into leader_application
                                (id, member_id, community_id, community_name, place, reason)
                            values (:id, :member, :community, :name, :place, :reason)
                            """)
                    .param("id", id)
                    .param("member", member.value())
                    .param("community", known == null ? null : known.id().value())
                    .param("name", known == null ? Lines.required("name", wish.name(), 40) : known.name())
                    .param("place", known == null ? Lines.optional("place", wish.place(), 80) : known.place())
                    .param("reason", Lines.required("reason", wish.reason(), 500))
                    .update();
        } catch (DuplicateKeyException waiting) {
            throw new CannotApply("already-applied");
        }
        return id;
    }

    /** Those that wait for a decision, oldest first. */
    public List<LeaderApplication> waiting() {
        return database.sql(
                        "select " + COLUMNS + " from leader_application where status = 'PENDING' order by applied_at")
                .query(new SimplePropertyRowMapper<>(LeaderApplication.class))
                .list();
    }

    /** How many wait for a decision. */
    public int waitingCount() {
        return database.sql("select count(*) from leader_application where status = 'PENDING'")
                .query(Integer.class)
                .single();
    }

    /** Since when the one that waits longest has; empty where none does. */
    public Optional<Instant> waitingSince() {
        return database.sql("select min(applied_at) as since from leader_application where status = 'PENDING'")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single();
    }

    /** The latest application of this member. */
    public Optional<LeaderApplication> latestOf(MemberId member) {
        return database.sql("select " + COLUMNS
                        + " from leader_application where member_id = :member order by applied_at desc limit 1")
                .param("member", member.value())
                .query(LeaderApplication.class)
                .optional();
    }

    /** Makes the member a leader, founding the community first when it is new; refuses one decided before (NotFound). */
    @Transactional
    public CommunityCard approve(UUID application, MemberId by) {
        askedBy(application).ifPresent(members::needProven);
        var asked = decide(application, by, "APPROVED", "");
        var known = asked.community();
        var community =
                known == null ? communities.found(asked.communityName(), asked.place()) : communities.get(known);
        leaders.appoint(asked.member(), community.id(), by);
        return community;
    }

    /** Says no, and why; refuses one decided before (NotFound). */
    @Transactional
    public void decline(UUID application, MemberId by, String reason) {
        var why = Lines.required("reason", reason, 500);
        var asked = decide(application, by, "DECLINED", why);
        audit.record(by.value(), "leader.declined", "member " + asked.memberId(), why);
    }

    private Optional<MemberId> askedBy(UUID application) {
        return database.sql("select member_id from leader_application where id = :id")
                .param("id", application)
                .query((row, number) -> new MemberId(row.getObject("member_id", UUID.class)))
                .optional();
    }

    private LeaderApplication decide(UUID application, MemberId by, String status, String why) {
        return database.sql("update leader_application set status = :status, decided_at = now(), decided_by = :by,"
                        + " decision_reason = :why where id = :id and status = 'PENDING' returning " + COLUMNS)
                .param("status", status)
                .param("by", by.value())
                .param("why", why)
                .param("id", application)
                .query(LeaderApplication.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
