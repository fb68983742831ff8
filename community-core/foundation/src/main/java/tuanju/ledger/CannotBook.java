package tuanju.ledger;

import tuanju.command.Refusal;

/** The books refuse: the account does not hold that much, or an original was taken back already. */
public final class CannotBook extends Refusal {

    CannotBook(Reason reason) {
        super(409, reason.type);
    }

    /** Which rule of the books stood against it. */
    enum Reason {
        NOT_ENOUGH("ledger-not-enough"),
        REVERSED_ALREADY("ledger-reversed-already"),
        HOLD_ENDED("ledger-hold-ended");

        private final String type;

        Reason(String type) {
            this.type = type;
        }
    }
}
