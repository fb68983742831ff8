package tuanju.member.signing;

import tuanju.command.Refusal;

/** The password fits an account whose phone was never proven: to a program, as wrong as any other (401). */
final class ProveFirst extends Refusal {
    ProveFirst() {
        super(401, WrongProof.TYPE);
    }
}
