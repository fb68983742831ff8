package tuanju.note;

import tuanju.command.Refusal;

/** Something is not written as things stand (409); the type says why. */
public final class CannotWrite extends Refusal {

    private CannotWrite(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** They belong to the community first. */
    public static CannotWrite membersOnly(String community) {
        return new CannotWrite("note-members-only", community);
    }

    /** Somebody changed it since it was looked at. */
    public static CannotWrite changed() {
        return new CannotWrite("note-changed");
    }

    /** Under one comment there are as many answers as are shown. */
    public static CannotWrite answersFull() {
        return new CannotWrite("note-answers-full");
    }
}
