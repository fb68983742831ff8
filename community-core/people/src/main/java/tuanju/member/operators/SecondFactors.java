package tuanju.member.operators;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.RateLimits;
import tuanju.member.ApiTokens;
import tuanju.member.Digests;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.SecondFactorReset;
import tuanju.member.Sessions;

/**
 * The second factor of operators: a code of an authenticator app that is good once, or one of ten recovery codes. A secret
 * is shown while it is set up and never again.
 */
@Component
@RequiredArgsConstructor
public class SecondFactors {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_BYTES = 10;
    private static final int RECOVERY_CODES = 10;
    private static final int TRIES = 5;
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final Duration OFFER_HOLDS = Duration.ofMinutes(15);
    private static final int LONGEST_SEALED = 200;

    private final SecondFactorRows rows;
    private final Members members;
    private final Seal seal;
    private final RateLimits limits;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * A secret that nobody uses yet. The form carries it back sealed, so that a page left open leaves nothing behind.
     *
     * @param text what is typed into an app that reads no QR code
     * @param uri what the QR code says
     */
    record Offer(String text, String uri, String sealed) {}

    /** Set up: which one it is, and the recovery codes, which only their owner keeps. */
    record SetUp(UUID factor, List<String> recoveryCodes) {}

    Offer offer(MemberId member) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var text = Base32.of(secret);
        var account = members.card(member).maskedPhone().substring(7);
        var uri = "otpauth://totp/Tuanju:" + account + "?secret=" + text + "&issuer=Tuanju";
        var dated = ByteBuffer.allocate(SECRET_BYTES + Long.BYTES)
                .put(secret)
                .putLong(clock.instant().getEpochSecond())
                .array();
        return new Offer(text, uri, Base64.getUrlEncoder().withoutPadding().encodeToString(seal.close(dated, member)));
    }

    boolean has(MemberId member) {
        return rows.of(member).isPresent();
    }

    /**
     * Sets up the offered secret by a code of it. Refuses an offer that is old or another's and a wrong code by their fields;
     * who has a second factor already gets no other (NotFound).
     */
    SetUp setUp(MemberId member, String sealed, String code) {
        limits.take(tries(member), TRIES, PERIOD);
        var secret = offered(sealed, member);
        long step = Totp.step(secret, digits(code), clock.instant())
                .orElseThrow(() -> new Invalid("code", "second-code-not-of-this"));
        var recovery = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        var hashes = recovery.stream().map(SecondFactors::hash).toList();
        var factor = Objects.requireNonNull(transaction.execute(status -> {
            var id = rows.insert(member, seal.close(secret, member), step, hashes)
                    .orElseThrow(NotFound::new);
            audit.record(member.value(), "second-factor.set-up", subject(member), "");
            return id;
        }));
        limits.forgive(tries(member));
        return new SetUp(factor, recovery);
    }

    /**
     * Which second factor a code belongs to; it is used up by it. Refuses with WrongSecondCode also who has none, and after
     * five wrong ones with TooMany for a while.
     */
    public UUID prove(MemberId member, String typed) {
        limits.take(tries(member), TRIES, PERIOD);
        var held = rows.of(member).orElseThrow(WrongSecondCode::new);
        if (!takes(member, held, digits(typed))) {
            throw new WrongSecondCode();
        }
        limits.forgive(tries(member));
        return held.id();
    }

    /** Ends one's own, by a code of it, to set up another app. */
    void end(MemberId member, String typed) {
        prove(member, typed);
        transaction.executeWithoutResult(status -> {
            if (rows.delete(member)) {
                audit.record(member.value(), "second-factor.ended", subject(member), "");
            }
        });
    }

    /** Ends a lost one of another operator, with everything that is open of theirs. Refuses who has none with NotFound. */
    void reset(MemberId member, String reason, MemberId by) {
        transaction.executeWithoutResult(status -> {
            if (!rows.delete(member)) {
                throw new NotFound();
            }
            tokens.revokeAllOf(member);
            sessions.endAll(member);
            audit.record(by.value(), "second-factor.reset", subject(member), reason);
            events.publishEvent(new SecondFactorReset(member, clock.instant()));
        });
    }

    private boolean takes(MemberId member, SecondFactorRows.Sealed held, String typed) {
        if (typed.length() != 6) {
            return takesRecovery(member, held.id(), typed);
        }
        var step = seal.open(held.sealed(), member)
                .map(secret -> Totp.step(secret, typed, clock.instant()))
                .orElseThrow(WrongSecondCode::new);
        return step.isPresent() && rows.take(held.id(), step.getAsLong());
    }

    private boolean takesRecovery(MemberId member, UUID factor, String typed) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean taken = rows.takeRecovery(factor, hash(typed));
            if (taken) {
                audit.record(member.value(), "second-factor.recovered", subject(member), "");
            }
            return taken;
        }));
    }

    private byte[] offered(String sealed, MemberId member) {
        try {
            var bytes = sealed.length() > LONGEST_SEALED
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(sealed);
            var dated = ByteBuffer.wrap(seal.open(bytes, member).orElseThrow(SecondFactors::old));
            var secret = new byte[SECRET_BYTES];
            dated.get(secret);
            if (Instant.ofEpochSecond(dated.getLong()).plus(OFFER_HOLDS).isBefore(clock.instant())) {
                throw old();
            }
            return secret;
        } catch (IllegalArgumentException notOurs) {
            throw old();
        }
    }

    private static Invalid old() {
        return new Invalid("sealed", "second-factor-offer-old");
    }

    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Base32.of(bytes).replaceAll("(.{4})(?=.)", "$1-");
    }

    /** As it was meant: apps show a gap in the middle, keyboards write other digits, people copy hyphens or not. */
    private static String digits(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return plain.toUpperCase(Locale.ROOT);
    }

    private static byte[] hash(String recoveryCode) {
        return Digests.sha256(digits(recoveryCode).getBytes(StandardCharsets.UTF_8));
    }

    private static String tries(MemberId member) {
        return "second factor " + member.value();
    }

    private static String subject(MemberId member) {
        return "member " + member.value();
    }
}
