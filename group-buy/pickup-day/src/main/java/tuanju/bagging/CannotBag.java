package tuanju.bagging;

import tuanju.command.Refusal;

/** An order cannot be put into this bag (409). */
public final class CannotBag extends Refusal {

    private CannotBag(String type, Object... arguments) {
        super(409, type, arguments);
    }

    static CannotBag withItself() {
        return new CannotBag("bag-with-itself");
    }

    static CannotBag noDoor() {
        return new CannotBag("bag-without-door");
    }

    static CannotBag gone() {
        return new CannotBag("bag-is-gone");
    }

    static CannotBag elsewhere(String point) {
        return new CannotBag("bag-elsewhere", point);
    }

    static CannotBag nothingToUndo() {
        return new CannotBag("bag-nothing-to-undo");
    }
}
