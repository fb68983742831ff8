package tuanju.member;

import tuanju.command.Refusal;

/** No new member can be made with this phone (409); a code proves whose it is. */
final class CannotSignUp extends Refusal {
    CannotSignUp() {
        super(409, "cannot-sign-up");
    }
}
