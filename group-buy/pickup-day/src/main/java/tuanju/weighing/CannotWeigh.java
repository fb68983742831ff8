package tuanju.weighing;

import tuanju.command.Refusal;

/** A weight cannot be noted as things stand (409). */
public final class CannotWeigh extends Refusal {

    private CannotWeigh(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** The cycle still takes orders, or is over. */
    static CannotWeigh notNow() {
        return new CannotWeigh("weighing-not-now");
    }

    static CannotWeigh settled(String door) {
        return new CannotWeigh("weighing-settled", door);
    }
}
