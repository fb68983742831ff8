package tuanju.member;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens for the API: 256 random bits, of which only the SHA-256 is kept, good for 30 days. */
@Component
@RequiredArgsConstructor
public class ApiTokens {

    private static final Duration LIFETIME = Duration.ofDays(30);
    /** Lets a scanner tell a leaked token from other text. */
    private static final String PREFIX = "tj_";

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * A token as its owner gets it, once.
     *
     * @param token what goes behind "Authorization: Bearer"
     */
    public record ApiToken(String token, Instant expiresAt) {}

    /** The member who holds this token right now; empty for an unknown, revoked or expired one. */
    public Optional<SignedIn> holder(String token) {
        return database.sql("""
                        select m.id, m.name, m.operator, t.second_factor_id
                        from api_token t join member m on m.id = t.member_id
                        where t.hash = :hash and t.expires_at > now()
                            and m.phone_proven_at is not null and m.parked_at is null
                        """)
                .param("hash", hash(token))
                .query((row, number) -> new SignedIn(
                        new MemberId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getBoolean("operator"),
                        row.getObject("second_factor_id", UUID.class)))
                .optional();
    }

    /** For an operator's acts only with the second factor that was shown; else for a member's. */
    public ApiToken issue(MemberId member, @Nullable UUID secondFactor) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var expiresAt = clock.instant().plus(LIFETIME);
        database.sql("""
                        insert into api_token (hash, member_id, second_factor_id, expires_at)
                        values (:hash, :member, :factor, :expiresAt)
                        """)
                .param("hash", hash(token))
                .param("member", member.value())
                .param("factor", secondFactor, Types.OTHER)
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
        return new ApiToken(token, expiresAt);
    }

    /** The token of a header "Authorization: Bearer …". */
    public static String in(String authorization) {
        return authorization.substring(authorization.indexOf(' ') + 1).strip();
    }

    public void revoke(String token) {
        database.sql("delete from api_token where hash = :hash")
                .param("hash", hash(token))
                .update();
    }

    /** Answers how many there were. */
    public int revokeAllOf(MemberId member) {
        return database.sql("delete from api_token where member_id = :member")
                .param("member", member.value())
                .update();
    }

    /** All but this one. */
    public void revokeOthersOf(MemberId member, String token) {
        database.sql("delete from api_token where member_id = :member and hash <> :hash")
                .param("member", member.value())
                .param("hash", hash(token))
                .update();
    }

    public int forgetOld() {
        return database.sql("delete from api_token where expires_at < now()").update();
    }

    private static byte[] hash(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
