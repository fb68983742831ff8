package support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** Members for tests: people whose phone is proven, and such as release 0.1.0 left behind. */
@TestComponent
@RequiredArgsConstructor
public class Residents {

    private final JdbcClient jdbc;
    private final BCryptPasswordEncoder bcrypt;

    /** A phone that nobody has signed up with. */
    public static String anyPhone() {
        return "16" + "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
    }

    /** Somebody with a proven phone of their own. */
    public MemberId settle(String name) {
        return settle(anyPhone(), name);
    }

    /** Somebody who has proven this phone. */
    public MemberId settle(String phone, String name) {
        var id = Ids.next();
        jdbc.sql("insert into member (id, phone, name, hue, phone_proven_at) values (?, ?, ?, ?, now())")
                .params(id, phone, name, Math.floorMod(id.hashCode(), 360))
                .update();
        return new MemberId(id);
    }

    /** As release 0.1.0 signed them up: with anybody's phone, a password and no code. */
    public MemberId unproven(String phone, String password, String name) {
        var member = settle(phone, name);
        jdbc.sql("update member set password_hash = ? where id = ?")
                .params(hash(password), member.value())
                .update();
        forgetProof(member);
        return member;
    }

    /** As if nobody had ever proven this member's phone; password and role stay, as release 0.1.0 left them. */
    public void forgetProof(MemberId member) {
        jdbc.sql("update member set phone_proven_at = null where id = :id")
                .param("id", member.value())
                .update();
    }

    /** As if this member had been away for so many days. */
    public void beAway(MemberId member, int days) {
        jdbc.sql("""
                        update member set last_signed_in_at = now() - make_interval(days => :days),
                            phone_proven_at = phone_proven_at - make_interval(days => :days)
                        where id = :id
                        """).param("days", days).param("id", member.value()).update();
    }

    /** The account that has this phone now. */
    public UUID accountOf(String phone) {
        return jdbc.sql("select id from member where phone = ? and parked_at is null")
                .param(phone)
                .query(UUID.class)
                .single();
    }

    /** The latest code that was sent to this phone. */
    public String codeTo(String phone) {
        return jdbc.sql("select text from sms_outbox where phone = ? order by id desc limit 1")
                .param(phone)
                .query(String.class)
                .single()
                .replaceAll("(?s).*?(?<![0-9])([0-9]{6})(?![0-9]).*", "$1");
    }

    /** As the program keeps it. */
    private String hash(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return "{sha256-bcrypt}" + bcrypt.encode(Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
