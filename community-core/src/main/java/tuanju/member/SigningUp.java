package tuanju.member;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Becoming a member. */
@Component
@RequiredArgsConstructor
public class SigningUp {

    private final MemberRows rows;
    private final Passwords passwords;
    private final TransactionOperations transaction;
    private final Clock clock;

    /**
     * A new member with a password. Refuses an unusable phone, name or password, and a phone that has signed up before
     * (409 cannot-sign-up).
     */
    public MemberId signUp(String phone, String password, String name) {
        var number = Phone.of(phone);
        var nickname = new Nickname(name);
        passwords.check(password, number, nickname);
        var hash = passwords.hash(password);
        var member = new Member(number, nickname, clock.instant());
        member.choosePassword(hash);
        return save(member).memberId();
    }

    /** A new member whose phone has just been proved by a code; the member of that phone when there is one already. */
    Member signUpProved(Phone phone, Nickname name) {
        return rows.findByPhone(phone).orElseGet(() -> save(new Member(phone, name, clock.instant())));
    }

    @SuppressWarnings("NullAway") // saving answers the member
    private Member save(Member member) {
        try {
            return transaction.execute(status -> rows.saveAndFlush(member));
        } catch (DataIntegrityViolationException takenMeanwhile) {
            throw new CannotSignUp();
        }
    }
}
