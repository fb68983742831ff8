package tuanju.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.member.MemberId;

/**
 * A campaign of coupons that come with plans.
 *
 * @param leader with whose plans alone; null with the platform's
 * @param until when the last one is given
 */
public record Monthly(Code campaign, @Nullable MemberId leader, Instant until) {

    /** Whether each month of a plan of this leader's, or where nobody leads of the platform's, has one until then. */
    public boolean lasts(@Nullable MemberId with, Instant then) {
        return Objects.equals(leader, with) && !until.isBefore(then);
    }

    static Monthly of(ResultSet row, int number) throws SQLException {
        @Nullable UUID leader = row.getObject("leader_id", UUID.class);
        return new Monthly(
                new Code(row.getString("code")),
                leader == null ? null : new MemberId(leader),
                Objects.requireNonNull(row.getTimestamp("closes")).toInstant());
    }
}
