package tuanju.member;

import tuanju.command.Refusal;

/** No member has this phone and this password (401); which of the two is wrong is not told. */
final class WrongPassword extends Refusal {
    WrongPassword() {
        super(401, "wrong-phone-or-password");
    }
}
