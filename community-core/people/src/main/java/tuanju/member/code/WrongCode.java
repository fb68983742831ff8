package tuanju.member.code;

import tuanju.command.Refusal;

/** Not the code, or no longer: mistyped, used, out of time or out of tries (422); which of them is told. */
public final class WrongCode extends Refusal {
    public WrongCode(CodeState state) {
        super(422, state.refusal());
    }
}
