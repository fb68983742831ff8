package tuanju.member.operators;

import tuanju.command.Refusal;

/** The code of an authenticator app is wrong, of another time or used already, or the recovery code is (401). */
final class WrongSecondCode extends Refusal {
    WrongSecondCode() {
        super(401, "wrong-second-code");
    }
}
