package tuanju.member.signing;

import tuanju.command.Refusal;

/** This phone and this password or code do not fit (401); which of them is wrong, or whether anybody is there, is not told. */
final class WrongProof extends Refusal {

    static final String TYPE = "wrong-proof";

    WrongProof() {
        super(401, TYPE);
    }
}
