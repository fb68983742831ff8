package tuanju.member.code;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.RateLimits;
import tuanju.command.TooMany;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.member.Phone;
import tuanju.member.Secret;
import tuanju.member.Sessions;

/**
 * Six digits that prove whose phone it is: random, kept as a keyed hash, good for ten minutes, five tries and one use, and
 * only where they were asked for. Each statement stands alone, so that a wrong try stays counted.
 */
@Component
@RequiredArgsConstructor
public class OneTimeCodes {

    static final int MINUTES = 10;
    public static final Duration BETWEEN = Duration.ofSeconds(60);
    private static final int PER_HOUR = 5;
    private static final int PER_DAY = 10;

    private final JdbcClient database;
    private final RateLimits limits;
    private final Secret secret;
    private final SmsSender sender;
    private final MessageSource messages;
    private final SecureRandom random = new SecureRandom();

    /**
     * Who asks for a code, and so may use it.
     *
     * @param request ties it to a browser or an account; null for a program, whose code is tied to phone and purpose alone
     * @param purpose what it is good for, and nothing else
     */
    public record Asked(Phone phone, @Nullable UUID request, String purpose) {

        public static Asked byBrowser(Sessions.Progress progress) {
            return new Asked(progress.phone(), progress.request(), "SIGN_IN");
        }

        public static Asked byProgram(Phone phone) {
            return new Asked(phone, null, "API");
        }

        /** Closes this account, wherever its owner types it, and opens none. */
        public static Asked toClose(Phone phone, MemberId account) {
            return new Asked(phone, account.value(), "CLOSE");
        }

        private String text() {
            return purpose.equals("CLOSE") ? "member.sms.close" : "member.sms.code";
        }
    }

    /** Sends a code. Refuses with TooMany a second one within a minute, and too many within an hour or a day. */
    public void send(Asked asked, Locale language) {
        limits.take(minuteOf(asked.phone()), 1, BETWEEN);
        try {
            refuseMoreThan(PER_HOUR, asked.phone(), Duration.ofHours(1));
            refuseMoreThan(PER_DAY, asked.phone(), Duration.ofDays(1));
        } catch (TooMany tooMany) {
            mayAskAgain(asked.phone());
            throw tooMany;
        }
        deliver(asked, language);
    }

    /** The same, but within a minute the code on its way is the answer: no second one, no second text. */
    public void sendOrRely(Asked asked, Locale language) {
        if (isUnderWay(asked)) {
            return;
        }
        try {
            send(asked, language);
        } catch (TooMany tooMany) {
            if (!isUnderWay(asked)) {
                throw tooMany;
            }
        }
    }

    /**
     * The latest code of whoever asked, when these are its digits and it is still good; a wrong one costs a try. Not used
     * up by that: the caller says {@link #use}.
     */
    public Optional<UUID> check(Asked asked, String typed) {
        return database.sql("""
                        update one_time_code set tries = tries + 1
                        where id = (
                                select id from one_time_code
                                where phone = :phone and purpose = :purpose and request_hash is not distinct from :request
                                order by sent_at desc limit 1)
                            and used_at is null and expires_at > now() and tries < 5
                        returning id, code_hash
                        """)
                .param("phone", asked.phone().digits())
                .param("purpose", asked.purpose())
                .param("request", requestHash(asked), Types.BINARY)
                .query((row, number) -> MessageDigest.isEqual(row.getBytes("code_hash"), hash(digits(typed), asked))
                        ? Optional.of(row.getObject("id", UUID.class))
                        : Optional.<UUID>empty())
                .optional()
                .flatMap(it -> it);
    }

    /** How the latest code of whoever asked stands; one that is kept no longer has run out. */
    public CodeState state(Asked asked) {
        return database.sql("""
                        select case when used_at is not null then 'USED' when tries >= 5 then 'TRIED_OUT'
                            when expires_at <= now() then 'RUN_OUT' else 'GOOD' end
                        from one_time_code
                        where phone = :phone and purpose = :purpose and request_hash is not distinct from :request
                        order by sent_at desc limit 1
                        """)
                .param("phone", asked.phone().digits())
                .param("purpose", asked.purpose())
                .param("request", requestHash(asked), Types.BINARY)
                .query(String.class)
                .optional()
                .map(CodeState::valueOf)
                .orElse(CodeState.RUN_OUT);
    }

    /** Uses a right code up, in the caller's transaction; whether it was still there. */
    public boolean use(UUID code) {
        return database.sql("update one_time_code set used_at = now() where id = :id and used_at is null")
                        .param("id", code)
                        .update()
                == 1;
    }

    /** Whether this is the code; a right one is used up at once. */
    public boolean prove(Asked asked, String typed) {
        boolean proven = check(asked, typed).filter(this::use).isPresent();
        if (proven) {
            mayAskAgain(asked.phone());
        }
        return proven;
    }

    /** Whoever has brought a code back need not wait for the next one. */
    public void mayAskAgain(Phone phone) {
        limits.forgive(minuteOf(phone));
    }

    public int forgetOld() {
        return database.sql("delete from one_time_code where sent_at < now() - interval '25 hours'")
                .update();
    }

    /** A code as people type it: full-width digits and spaces are fine. */
    private static String digits(String typed) {
        var plain = Normalizer.normalize(typed.substring(0, Math.min(typed.length(), 20)), Normalizer.Form.NFKC);
        return plain.replaceAll("[\\s-]", "");
    }

    private void deliver(Asked asked, Locale language) {
        var code = "%06d".formatted(random.nextInt(1_000_000));
        var id = Ids.next();
        database.sql("""
                        insert into one_time_code (id, phone, purpose, request_hash, code_hash, expires_at)
                        values (:id, :phone, :purpose, :request, :code, now() + :minutes * interval '1 minute')
                        """)
                .param("id", id)
                .param("phone", asked.phone().digits())
                .param("purpose", asked.purpose())
                .param("request", requestHash(asked), Types.BINARY)
                .param("code", hash(code, asked))
                .param("minutes", MINUTES)
                .update();
        var text = messages.getMessage(asked.text(), new Object[] {code, MINUTES}, language);
        try {
            sender.send(new SmsSender.Sms(asked.phone(), text));
        } catch (SmsAway away) {
            takeBack(id, asked.phone());
            throw away;
        }
    }

    /** What nobody got counts for nothing. */
    private void takeBack(UUID code, Phone phone) {
        database.sql("delete from one_time_code where id = :id")
                .param("id", code)
                .update();
        mayAskAgain(phone);
    }

    private boolean isUnderWay(Asked asked) {
        return database.sql("""
                        select exists (
                            select from one_time_code
                            where phone = :phone and purpose = :purpose and request_hash is not distinct from :request
                                and used_at is null and sent_at > now() - :seconds * interval '1 second')
                        """)
                .param("phone", asked.phone().digits())
                .param("purpose", asked.purpose())
                .param("request", requestHash(asked), Types.BINARY)
                .param("seconds", BETWEEN.toSeconds())
                .query(Boolean.class)
                .single();
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

    private static String minuteOf(Phone phone) {
        return "code " + phone.digits();
    }

    private byte @Nullable [] requestHash(Asked asked) {
        return asked.request() == null ? null : secret.hash(asked.request().toString());
    }

    private byte[] hash(String code, Asked asked) {
        return secret.hash(asked.purpose() + " " + asked.phone().digits() + " " + asked.request() + " " + code);
    }
}
