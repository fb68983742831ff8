package tuanju.member;

import tuanju.command.Refusal;

/** An operator who has not shown their second factor: the code of an authenticator app comes first (403). */
public final class SecondFactorFirst extends Refusal {

    public static final String TYPE = "second-factor-first";

    SecondFactorFirst() {
        super(403, TYPE);
    }
}
