package tuanju.cycle.editing;

import tuanju.command.Refusal;

/** An open cycle cannot become what its leader wants, or not any more (409). */
final class CannotEdit extends Refusal {

    private CannotEdit(String type, Object... arguments) {
        super(409, type, arguments);
    }

    static CannotEdit notOpen() {
        return new CannotEdit("cycle-edit-not-open");
    }

    static CannotEdit anotherWasFaster() {
        return new CannotEdit("cycle-edit-another-was-faster");
    }

    static CannotEdit lookAgain() {
        return new CannotEdit("cycle-edit-look-again");
    }

    static CannotEdit asOrdered(String goods) {
        return new CannotEdit("cycle-edit-as-ordered", goods);
    }

    static CannotEdit belowSold(String goods, int sold) {
        return new CannotEdit("cycle-edit-below-sold", goods, sold);
    }

    static CannotEdit dearerByWeight(String goods) {
        return new CannotEdit("cycle-edit-dearer-by-weight", goods);
    }

    static CannotEdit waitsAsBefore() {
        return new CannotEdit("cycle-edit-waits-as-before");
    }

    static CannotEdit dearerForGuests(String goods) {
        return new CannotEdit("cycle-edit-dearer-for-guests", goods);
    }

    static CannotEdit stoppedForGuests(String goods, int sold) {
        return new CannotEdit("cycle-edit-stopped-for-guests", goods, sold);
    }

    static CannotEdit tooLateToMove() {
        return new CannotEdit("cycle-edit-too-late-to-move", Edition.HOURS_TO_LEAVE);
    }
}
