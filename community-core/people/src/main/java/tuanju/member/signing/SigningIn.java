package tuanju.member.signing;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.command.Invalid;
import tuanju.command.RateLimits;
import tuanju.member.KnownFact;
import tuanju.member.Member;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.Nickname;
import tuanju.member.Phone;
import tuanju.member.SignedIn;
import tuanju.member.code.OneTimeCodes;

/** Telling who somebody is, by password or by a code; unknown phones look and take as long as known ones. */
@Component
@RequiredArgsConstructor
public class SigningIn {

    private static final int PASSWORD_TRIES = 10;
    private static final Duration PASSWORD_PERIOD = Duration.ofMinutes(15);

    private final MemberRows rows;
    private final Passwords passwords;
    private final RateLimits limits;
    private final Proving proving;
    private final Answering answering;
    private final OneTimeCodes codes;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * The member with this phone and password. Refuses with WrongProof (401), and after ten wrong ones with TooMany for a
     * while; a code by text message still works then. An account whose phone was never proven lets nobody in by password:
     * whoever set it may be anybody (ProveFirst).
     */
    SignedIn byPassword(Phone phone, String password) {
        var tries = tries(phone);
        limits.take(tries, PASSWORD_TRIES, PASSWORD_PERIOD);
        var member = rows.of(phone);
        if (!passwords.matches(password, member.map(Member::getPasswordHash).orElse(null))) {
            throw new WrongProof();
        }
        var known = member.orElseThrow(WrongProof::new);
        if (!known.isProven()) {
            throw new ProveFirst();
        }
        limits.forgive(tries);
        return proving.comeBack(known);
    }

    /**
     * The member who brings a code back that a program asked for. Refuses with WrongProof, known phone or not; the code
     * stays good where there is nobody to let in (SignUpFirst, AnswerFirst, WrongAnswer).
     *
     * @param answer to the one question after a year of silence, asked of nobody else; null before
     */
    SignedIn byCode(Phone phone, String code, @Nullable String answer) {
        var right = right(phone, code);
        var member = rows.of(phone).orElseThrow(SignUpFirst::new);
        if (member.isDormantAt(clock.instant())) {
            if (answer == null) {
                throw new AnswerFirst();
            }
            answering.enter(member.memberId(), answer);
        }
        if (!codes.use(right)) {
            throw new WrongProof();
        }
        codes.mayAskAgain(phone);
        return proving.enter(member.memberId());
    }

    /**
     * What is asked of whoever brings the code of a phone that was silent for a year; empty where there is nothing to ask.
     * Refuses with WrongProof and SignUpFirst as {@link #byCode}, and with NothingAsked where no answer is waited for.
     */
    Optional<KnownFact.Question> question(Phone phone, String code) {
        right(phone, code);
        var member = rows.of(phone).orElseThrow(SignUpFirst::new);
        if (!member.isDormantAt(clock.instant())) {
            throw new NothingAsked();
        }
        return answering.question(member.memberId());
    }

    /**
     * The member with a phone that has just been proven; empty when they still have to sign up. Refuses with AnswerFirst
     * where the number may be somebody else's by now.
     */
    Optional<SignedIn> byProvenPhone(Phone phone) {
        return rows.of(phone).map(Member::memberId).map(proving::enter);
    }

    /** Sets or changes a password; the old one must be told when there is one. */
    public void changePassword(MemberId id, String old, String chosen) {
        var member = rows.findById(id.value()).orElseThrow();
        var tries = tries(member.getPhone());
        if (member.getPasswordHash() != null) {
            limits.take(tries, PASSWORD_TRIES, PASSWORD_PERIOD);
            if (!passwords.matches(old, member.getPasswordHash())) {
                throw new Invalid("old", "old-password-wrong");
            }
        }
        passwords.check(chosen, member.getPhone(), new Nickname(member.getName()));
        var hash = passwords.hash(chosen);
        transaction.executeWithoutResult(
                status -> rows.findById(id.value()).orElseThrow().choosePassword(hash));
        limits.forgive(tries);
    }

    /** What tries of a password are counted under. */
    public static String tries(Phone phone) {
        return "password " + phone.digits();
    }

    private UUID right(Phone phone, String code) {
        return codes.check(OneTimeCodes.Asked.byProgram(phone), code).orElseThrow(WrongProof::new);
    }
}
