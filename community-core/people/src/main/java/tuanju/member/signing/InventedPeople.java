package tuanju.member.signing;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.Nickname;
import tuanju.member.Phone;

/**
 * The invented people of the demo, settled as if a code had come back from each of their phones. The one way to an account
 * without a code: it exists beside the demo only, and never in production.
 */
@Component
@Profile("!production")
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
@NamedInterface("signing")
public class InventedPeople {

    private final SigningUp signingUp;
    private final Passwords passwords;

    /** Somebody of this name with a password; whoever has the phone already is left as they are. */
    public MemberId settle(String phone, String password, String name) {
        var number = Phone.of(phone);
        var nickname = new Nickname(name);
        passwords.check(password, number, nickname);
        return signingUp.signUp(number, nickname, passwords.hash(password)).member();
    }
}
