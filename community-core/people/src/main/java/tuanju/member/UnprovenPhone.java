package tuanju.member;

import tuanju.command.Refusal;

/** Nothing may hang on this account before a code has come back from its phone (409). */
public final class UnprovenPhone extends Refusal {
    public UnprovenPhone() {
        super(409, "phone-unproven");
    }
}
