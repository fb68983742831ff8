package tuanju.waiting;

import tuanju.command.Refusal;

/** There is nothing to wait for, or this member waits already (409). */
public final class CannotWait extends Refusal {

    private CannotWait(String type, Object... arguments) {
        super(409, type, arguments);
    }

    static CannotWait stillThere(String product, int left) {
        return new CannotWait("waiting-still-there", product, left);
    }

    static CannotWait already(String product) {
        return new CannotWait("waiting-already", product);
    }

    static CannotWait over() {
        return new CannotWait("waiting-over");
    }
}
