package tuanju.member;

import tuanju.command.Refusal;

/** Not the code, or no longer: mistyped, used, out of time or out of tries (422); which of them is told. */
final class WrongCode extends Refusal {
    WrongCode(CodeState state) {
        super(422, state.refusal());
    }
}
