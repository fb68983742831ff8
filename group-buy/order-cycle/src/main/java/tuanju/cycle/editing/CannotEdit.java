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

    static CannotEdit othersDoNotWait(String goods) {
        return new CannotEdit("cycle-edit-others-do-not-wait", goods);
    }

    static CannotEdit tooLateToMove() {
        return new CannotEdit("cycle-edit-too-late-to-move", Edition.HOURS_TO_LEAVE);
    }
}
