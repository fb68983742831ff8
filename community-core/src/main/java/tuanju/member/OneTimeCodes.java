package tuanju.member;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.RateLimits;
import tuanju.command.TooMany;
import tuanju.database.Ids;

/**
 * Six digits that prove whose phone it is: random, kept as a keyed hash, good for ten minutes, five tries and one use,
 * and only in the browser that asked. Each statement stands alone, so that a wrong try stays counted.
 */
@Component
@RequiredArgsConstructor
class OneTimeCodes {

    static final int MINUTES = 10;
    static final Duration BETWEEN = Duration.ofSeconds(60);
    private static final int PER_HOUR = 5;
    private static final int PER_DAY = 10;

    private final JdbcClient database;
    private final RateLimits limits;
    private final Secret secret;
    private final SmsSender sender;
    private final MessageSource messages;
    private final SecureRandom random = new SecureRandom();

    /** Sends a code to this phone, for the browser that holds the request. Refuses with TooMany. */
    void send(Phone phone, UUID request, Locale language) {
        limits.take("code " + phone.digits(), 1, BETWEEN);
        refuseMoreThan(PER_HOUR, phone, Duration.ofHours(1));
        refuseMoreThan(PER_DAY, phone, Duration.ofDays(1));
        var code = "%06d".formatted(random.nextInt(1_000_000));
        database.sql("""
                        insert into one_time_code (id, phone, purpose, request_hash, code_hash, expires_at)
                        values (:id, :phone, 'SIGN_IN', :request, :code, now() + :minutes * interval '1 minute')
                        """)
                .param("id", Ids.next())
                .param("phone", phone.digits())
                .param("request", secret.hash(request.toString()))
                .param("code", hash(code, phone, request))
                .param("minutes", MINUTES)
                .update();
        var text = messages.getMessage("member.sms.code", new Object[] {code, MINUTES}, language);
        sender.send(new SmsSender.Sms(phone, text));
    }

    /** Whether this is the latest code of that phone and request; a right one is used up, a wrong one costs a try. */
    boolean prove(Phone phone, UUID request, String typed) {
        var tried = database.sql("""
                        update one_time_code set tries = tries + 1
                        where id = (
                                select id from one_time_code
                                where phone = :phone and purpose = 'SIGN_IN' and request_hash = :request
                                order by sent_at desc limit 1)
                            and used_at is null and expires_at > now() and tries < 5
                        returning id, code_hash
                        """)
                .param("phone", phone.digits())
                .param("request", secret.hash(request.toString()))
                .query((row, number) -> MessageDigest.isEqual(row.getBytes("code_hash"), hash(typed, phone, request))
                        ? row.getObject("id", UUID.class)
                        : Ids.next())
                .optional();
        return tried.filter(this::use).isPresent();
    }

    /** A code as people type it: full-width digits and spaces are fine. */
    static String digits(String typed) {
        var plain = Normalizer.normalize(typed.substring(0, Math.min(typed.length(), 20)), Normalizer.Form.NFKC);
        return plain.replaceAll("[\\s-]", "");
    }

    int forgetOld() {
        return database.sql("delete from one_time_code where sent_at < now() - interval '25 hours'")
                .update();
    }

    private boolean use(UUID code) {
        return database.sql("update one_time_code set used_at = now() where id = :id and used_at is null")
                        .param("id", code)
                        .update()
                == 1;
    }

    private void refuseMoreThan(int most, Phone phone, Duration period) {
        var oldest = database.sql("""
                        select greatest(1, extract(epoch from sent_at + :seconds * interval '1 second' - now()))::bigint
                        from one_time_code
                        where phone = :phone and sent_at > now() - :seconds * interval '1 second'
                        order by sent_at desc
                        offset :most - 1 limit 1
                        """)
                .param("phone", phone.digits())
                .param("seconds", period.toSeconds())
                .param("most", most)
                .query(Long.class)
                .optional();
        if (oldest.isPresent()) {
            throw new TooMany(oldest.get());
        }
    }

    private byte[] hash(String code, Phone phone, UUID request) {
        return secret.hash("SIGN_IN " + phone.digits() + " " + request + " " + code);
    }
}
