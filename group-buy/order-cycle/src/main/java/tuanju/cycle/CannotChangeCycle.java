package tuanju.cycle;

import tuanju.command.Refusal;

/** A cycle cannot go from where it stands to where it should (409). */
public final class CannotChangeCycle extends Refusal {

    private CannotChangeCycle(String type, Object... arguments) {
        super(409, type, arguments);
    }

    public static CannotChangeCycle from(CycleStatus status, CycleStatus next) {
        return new CannotChangeCycle("cycle-cannot-become", status.name(), next.name());
    }

    public static CannotChangeCycle extendedBefore() {
        return new CannotChangeCycle("cycle-extended-before");
    }

    public static CannotChangeCycle takesNoOrders() {
        return new CannotChangeCycle("cycle-discount-too-late");
    }

    public static CannotChangeCycle needsNoExtension() {
        return new CannotChangeCycle("cycle-needs-no-extension");
    }
}
