package tuanju.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.member.MemberId;

/** Asks what a member consents to, and writes down what they say. */
@Component
@RequiredArgsConstructor
@Transactional
public class Consents {

    private final JdbcClient jdbc;
    private final List<AskedPurpose> purposes;

    /**
     * One purpose and what the member last said about it.
     *
     * @param version of the words they read; 0 where they never consented
     * @param given null where they never consented
     * @param withdrawn null while they have not taken it back
     */
    public record Standing(
            AskedPurpose asked,
            int version,
            @Nullable Instant given,
            @Nullable Instant withdrawn) {

        /** Whether it may be done now: given to the words of today and not taken back. */
        public boolean isGiven() {
            return given != null && withdrawn == null && version == asked.version();
        }
    }

    /** What the member says to this purpose now. Refuses with NotFound a purpose that nobody asks for. */
    @Transactional(readOnly = true)
    public Standing of(MemberId member, String purpose) {
        var asked = purposes.stream()
                .filter(it -> it.purpose().equals(purpose))
                .findFirst()
                .orElseThrow(NotFound::new);
        return jdbc.sql("""
                        select version, given_at, withdrawn_at from consent
                        where member_id = :member and purpose = :purpose order by given_at desc limit 1
                        """)
                .param("member", member.value())
                .param("purpose", purpose)
                .query((row, number) ->
                        new Standing(asked, row.getInt("version"), at(row, "given_at"), at(row, "withdrawn_at")))
                .optional()
                .orElse(new Standing(asked, 0, null, null));
    }

    /** Everything that anybody asks for, and what the member says to it. */
    @Transactional(readOnly = true)
    List<Standing> all(MemberId member) {
        return purposes.stream()
                .sorted(Comparator.comparing(AskedPurpose::purpose))
                .map(it -> of(member, it.purpose()))
                .toList();
    }

    /** Gives it to the words of today; twice is once. Refuses with NotFound. */
    public void give(MemberId member, String purpose) {
        var standing = of(member, purpose);
        if (standing.isGiven()) {
            return;
        }
        withdraw(member, purpose);
        jdbc.sql("""
                        insert into consent (member_id, purpose, version) values (:member, :purpose, :version)
                        on conflict (member_id, purpose) where withdrawn_at is null do nothing
                        """)
                .param("member", member.value())
                .param("purpose", purpose)
                .param("version", standing.asked().version())
                .update();
    }

    /** Takes it back, at once; nothing happens where there is none. */
    public void withdraw(MemberId member, String purpose) {
        jdbc.sql("""
                        update consent set withdrawn_at = clock_timestamp()
                        where member_id = :member and purpose = :purpose and withdrawn_at is null
                        """).param("member", member.value()).param("purpose", purpose).update();
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
