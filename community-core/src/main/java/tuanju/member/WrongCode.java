package tuanju.member;

import tuanju.command.Refusal;

/** Not the code, or no longer: mistyped, used, out of time or out of tries (422). */
final class WrongCode extends Refusal {
    WrongCode() {
        super(422, "wrong-code");
    }
}
