package tuanju.taster;

import tuanju.command.Refusal;

/** What a taster would do, or who would be one, does not go as things stand (409); the type says why. */
final class CannotTaste extends Refusal {

    private CannotTaste(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** Somebody looks after this category already. */
    static CannotTaste taken(String category) {
        return new CannotTaste("taster-category-taken", category);
    }

    /** Nobody has this number. */
    static CannotTaste noMember() {
        return new CannotTaste("taster-no-member");
    }

    /** They belong to the community first. */
    static CannotTaste ofMembers() {
        return new CannotTaste("taster-of-members");
    }

    /** So many new finds were agreed for a month. */
    static CannotTaste enough(int most) {
        return new CannotTaste("taster-enough", most);
    }

    /** Scouted, tried, listed, one after the other. */
    static CannotTaste notNow() {
        return new CannotTaste("taster-not-now");
    }

    /** Their time as a taster is over. */
    static CannotTaste over() {
        return new CannotTaste("taster-over");
    }

    /** So many of theirs wait for an answer there. */
    static CannotTaste questionsWait() {
        return new CannotTaste("taster-questions-wait", TasterQuestions.MOST_WAITING);
    }

    /** Asking is for members. */
    static CannotTaste askedByMembers() {
        return new CannotTaste("taster-asked-by-members");
    }
}
