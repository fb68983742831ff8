package tuanju.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;

/**
 * Somebody who leads a community, or led it, in the operators' table.
 *
 * @param key made of both ids
 * @param ended null while they lead
 * @param why it ended; empty while they lead
 * @param who null where they are gone, and before they were looked up
 */
record LeaderLine(
        UUID key,
        CommunityId community,
        String communityName,
        String shortCode,
        MemberId member,
        Instant since,
        @Nullable Instant ended,
        String why,
        @Nullable MemberCard who) {

    /** Of a leader l. */
    static final String KEY = "(md5(l.community_id::text || l.member_id::text)::uuid)";

    /** Of a leader l of a community c. */
    static final String COLUMNS = "l.*, c.name as community_name, c.short_code, " + KEY + " as key";

    LeaderLine named(@Nullable MemberCard card) {
        return new LeaderLine(key, community, communityName, shortCode, member, since, ended, why, card);
    }

    static LeaderLine read(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("revoked_at");
        @Nullable String why = row.getString("revoked_reason");
        return new LeaderLine(
                row.getObject("key", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getString("community_name"),
                row.getString("short_code"),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getTimestamp("appointed_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                why == null ? "" : why,
                null);
    }
}
