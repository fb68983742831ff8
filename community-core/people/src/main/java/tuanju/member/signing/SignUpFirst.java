package tuanju.member.signing;

import tuanju.command.Refusal;

/** The code is right and nobody has signed up with this phone (401): told only to whoever holds it. */
final class SignUpFirst extends Refusal {
    SignUpFirst() {
        super(401, "sign-up-first");
    }
}
