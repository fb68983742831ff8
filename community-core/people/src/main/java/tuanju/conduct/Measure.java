package tuanju.conduct;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * What followed for somebody from what was hidden.
 *
 * @param ends null for a warning and a ban
 * @param lifted since when it counts no longer, before its end
 */
record Measure(
        CommunityId community,
        UUID id,
        MemberId member,
        Kind kind,
        UUID about,
        String reason,
        Instant begins,
        @Nullable Instant ends,
        @Nullable Instant lifted,
        MemberId by) {

    static final String COLUMNS =
            "community_id, id, member_id, kind, case_id, reason, begins_at, ends_at, lifted_at, given_by";

    /** The steps, one after the other: how long each lasts at most, in days. */
    enum Kind {
        WARNING(0),
        MUTE(30),
        READ_ONLY(90),
        REMOVAL(365),
        BAN(0);

        private final int days;

        Kind(int days) {
            this.days = days;
        }

        /** 0 where it has no end. */
        int days() {
            return days;
        }

        /** The message by which they are told. */
        String told() {
            return "conduct.told." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it takes somebody out of the community. */
        boolean removes() {
            return this == REMOVAL || this == BAN;
        }
    }

    public boolean isActive(Instant now) {
        return lifted == null && kind != Kind.WARNING && (ends == null || ends.isAfter(now));
    }

    static Measure read(ResultSet row, int number) throws SQLException {
        return new Measure(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getObject("case_id", UUID.class),
                row.getString("reason"),
                row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                at(row, "ends_at"),
                at(row, "lifted_at"),
                new MemberId(row.getObject("given_by", UUID.class)));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
