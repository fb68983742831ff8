package tuanju.conduct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * Something written that waits for a word, or had it.
 *
 * @param severity 1 to 3
 * @param due when it should be decided
 * @param held since when it is hidden for the time being; null where it is not
 * @param reports how many people reported it
 * @param reasons what they say, and rules what was found without them
 * @param said the first of what they say in words; empty where nobody did
 * @param seen the latest version whose words are kept
 * @param outcome null while nobody decided
 * @param appeal null where there is none
 */
record Case(
        CommunityId community,
        UUID id,
        String kind,
        Code code,
        MemberId author,
        String title,
        int severity,
        Instant opened,
        Instant due,
        @Nullable Instant held,
        int reports,
        List<String> reasons,
        List<String> rules,
        String said,
        int seen,
        @Nullable Outcome outcome,
        @Nullable Appeal appeal) {

    static final String COLUMNS = """
        c.*,
        (select count(*) from conduct_report r where r.community_id = c.community_id and r.case_id = c.id) as reports,
        array(select distinct r.reason from conduct_report r where r.community_id = c.community_id and r.case_id = c.id
            order by r.reason) as reasons,
        array(select distinct f.rule from conduct_finding f where f.community_id = c.community_id and f.case_id = c.id
            order by f.rule) as rules,
        coalesce((select r.words from conduct_report r where r.community_id = c.community_id and r.case_id = c.id
            and r.words <> '' order by r.id limit 1), '') as said,
        coalesce((select max(e.version) from conduct_evidence e
            where e.community_id = c.community_id and e.case_id = c.id), 0) as seen
        """;

    /** What was decided, by whom, why, and of which version. */
    record Outcome(
            boolean hides,
            Instant at,
            MemberId by,
            @Nullable String reason,
            String why,
            int version) {}

    /**
     * What its author says against it.
     *
     * @param decision UPHELD or OVERTURNED; null while nobody decided
     */
    record Appeal(
            Instant at,
            String words,
            @Nullable String decision,
            @Nullable Instant decided,
            @Nullable String why) {

        public boolean isOpen() {
            return decision == null;
        }
    }

    public boolean isHidden() {
        return outcome != null && outcome.hides() && !isOverturned();
    }

    public boolean isOverturned() {
        return appeal != null && "OVERTURNED".equals(appeal.decision());
    }

    /** As the audit trail calls it. */
    String subject() {
        return kind.toLowerCase(Locale.ROOT) + " " + code;
    }

    /** Whether its target time has passed while it waits. */
    boolean isLate(Instant now) {
        return outcome == null && due.isBefore(now);
    }

    static Case read(ResultSet row, int number) throws SQLException {
        return new Case(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new Code(row.getString("code")),
                new MemberId(row.getObject("author_id", UUID.class)),
                row.getString("title"),
                row.getInt("severity"),
                at(row, "opened_at"),
                at(row, "due_at"),
                atOrNull(row, "held_at"),
                row.getInt("reports"),
                List.of((String[]) row.getArray("reasons").getArray()),
                List.of((String[]) row.getArray("rules").getArray()),
                row.getString("said"),
                row.getInt("seen"),
                outcome(row),
                appeal(row));
    }

    private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
        @Nullable String decision = row.getString("decision");
        return decision == null
                ? null
                : new Outcome(
                        decision.equals("HIDDEN"),
                        at(row, "decided_at"),
                        new MemberId(row.getObject("decided_by", UUID.class)),
                        row.getString("decided_for"),
                        row.getString("decided_reason"),
                        row.getInt("decided_version"));
    }

    private static @Nullable Appeal appeal(ResultSet row) throws SQLException {
        @Nullable String words = row.getString("appeal");
        return words == null
                ? null
                : new Appeal(
                        at(row, "appealed_at"),
                        words,
                        row.getString("appeal_decision"),
                        atOrNull(row, "appeal_decided_at"),
                        row.getString("appeal_reason"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
