package tuanju.household;

import tuanju.command.Refusal;

/** Nothing of these households can be treated so (409), or it is too late to take it back. */
final class NothingToDo extends Refusal {

    private NothingToDo(String type) {
        super(409, type);
    }

    static NothingToDo paid() {
        return new NothingToDo("household-nothing-open");
    }

    static NothingToDo paidBack() {
        return new NothingToDo("household-nothing-owed");
    }

    static NothingToDo moved() {
        return new NothingToDo("household-nothing-moves");
    }

    static NothingToDo reminded() {
        return new NothingToDo("household-nobody-told");
    }

    static NothingToDo undone() {
        return new NothingToDo("household-undo-late");
    }
}
