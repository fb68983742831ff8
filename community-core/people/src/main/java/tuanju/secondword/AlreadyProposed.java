package tuanju.secondword;

import tuanju.command.Refusal;

/** The same thing waits for a second word already (409). */
public final class AlreadyProposed extends Refusal {
    AlreadyProposed() {
        super(409, "second-word-waits");
    }
}
