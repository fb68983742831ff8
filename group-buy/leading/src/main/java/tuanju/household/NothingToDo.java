package tuanju.household;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** Nothing of these households can be treated so (409), or it is too late to take it back. */
final class NothingToDo extends Refusal {

    private NothingToDo(String type, Object... arguments) {
        super(409, type, arguments);
    }

    static NothingToDo paid() {
        return new NothingToDo("household-nothing-open");
    }

    static NothingToDo paidBack() {
        return new NothingToDo("household-nothing-owed");
    }

    /** So much is open of so many households, not what somebody saw. */
    static NothingToDo otherAmount(Money now, int households) {
        return new NothingToDo("household-other-amount", now.toString(), households);
    }

    static NothingToDo moved() {
        return new NothingToDo("household-nothing-moves");
    }

    static NothingToDo reminded() {
        return new NothingToDo("household-nobody-told");
    }

    static NothingToDo remindedLately() {
        return new NothingToDo("household-reminded-lately");
    }

    static NothingToDo changedSince() {
        return new NothingToDo("household-changed-since");
    }

    static NothingToDo undone() {
        return new NothingToDo("household-undo-late");
    }
}
