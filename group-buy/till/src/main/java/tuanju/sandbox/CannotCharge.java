package tuanju.sandbox;

import tuanju.command.Refusal;

/** The sandbox provider does not do that: the charge is over, or there is not that much to give back. */
final class CannotCharge extends Refusal {

    private CannotCharge(String type) {
        super(409, type);
    }

    static CannotCharge isOver() {
        return new CannotCharge("sandbox-charge-over");
    }

    static CannotCharge differs() {
        return new CannotCharge("sandbox-code-used");
    }

    static CannotCharge givesBackTooMuch() {
        return new CannotCharge("sandbox-refund-too-much");
    }
}
