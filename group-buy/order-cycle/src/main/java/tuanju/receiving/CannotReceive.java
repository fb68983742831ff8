package tuanju.receiving;

import tuanju.command.Refusal;

/** Goods cannot be counted or given out as they stand (409). */
public final class CannotReceive extends Refusal {

    private CannotReceive(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** The cycle still takes orders, or is over. */
    static CannotReceive notNow() {
        return new CannotReceive("receiving-not-now");
    }

    static CannotReceive countedMeanwhile(String product) {
        return new CannotReceive("receiving-counted-meanwhile", product);
    }

    static CannotReceive givenOut(String product) {
        return new CannotReceive("receiving-given-out", product);
    }

    static CannotReceive nothingShort() {
        return new CannotReceive("receiving-nothing-short");
    }

    static CannotReceive planChanged() {
        return new CannotReceive("receiving-plan-changed");
    }

    static CannotReceive ordersUndecided() {
        return new CannotReceive("receiving-orders-undecided");
    }
}
