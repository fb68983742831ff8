package tuanju.member;

import java.time.Duration;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.command.Invalid;
import tuanju.command.RateLimits;

/** Telling who somebody is, by password or by a code; unknown phones look and take as long as known ones. */
@Component
@RequiredArgsConstructor
class SigningIn {

    private static final int PASSWORD_TRIES = 10;
    private static final Duration PASSWORD_PERIOD = Duration.ofMinutes(15);

    private final MemberRows rows;
    private final Passwords passwords;
    private final RateLimits limits;
    private final Operators operators;
    private final TransactionOperations transaction;
    private final MemberSettings settings;

    /**
     * The member with this phone and password. Refuses with 401 wrong-phone-or-password, and after ten wrong ones with
     * TooMany for a while; a code by text message still works then.
     */
    SignedIn byPassword(Phone phone, String password) {
        var tries = "password " + phone.digits();
        limits.take(tries, PASSWORD_TRIES, PASSWORD_PERIOD);
        var member = rows.findByPhone(phone);
        if (!passwords.matches(password, member.map(Member::getPasswordHash).orElse(null))) {
            throw new WrongPassword();
        }
        limits.forgive(tries);
        return member.orElseThrow(WrongPassword::new).signedIn();
    }

    /** The member with a phone that has just been proved; empty when they still have to sign up. */
    Optional<SignedIn> byProvedPhone(Phone phone) {
        return rows.findByPhone(phone).map(member -> {
            if (isFirstOperator(phone)) {
                operators.appoint(member.memberId());
                return new SignedIn(member.memberId(), member.getName(), true);
            }
            return member.signedIn();
        });
    }

    /** Sets or changes a password; the old one must be told when there is one. */
    void changePassword(MemberId id, String old, String chosen) {
        var member = rows.findById(id.value()).orElseThrow();
        var tries = "password " + member.getPhone().digits();
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

    private boolean isFirstOperator(Phone phone) {
        return !settings.operatorPhone().isBlank()
                && Phone.of(settings.operatorPhone()).equals(phone);
    }
}
