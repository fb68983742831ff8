package tuanju.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * That somebody belongs to a community, or once did.
 *
 * @param level 0 to 9: what a leader lets them see beyond what all members see; never what they spent, and nothing is earned by it
 * @param reason why a leader ended it; null while nobody did
 */
public record Membership(
        CommunityId community,
        MemberId member,
        Standing standing,
        Role role,
        int level,
        Source source,
        Instant joined,
        Instant changed,
        @Nullable String reason) {

    static final String COLUMNS =
            "community_id, member_id, status, role, level, source, joined_at, changed_at, ended_reason";

    public boolean isActive() {
        return standing == Standing.ACTIVE;
    }

    /** Whether only the end of leading can end it. */
    public boolean isLeader() {
        return role == Role.LEADER;
    }

    static Membership of(ResultSet row, int number) throws SQLException {
        return new Membership(
                new CommunityId(row.getObject("community_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                Standing.valueOf(row.getString("status")),
                Role.valueOf(row.getString("role")),
                row.getInt("level"),
                Source.valueOf(row.getString("source")),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("ended_reason"));
    }
}
