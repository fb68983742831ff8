package tuanju.demand;

import tuanju.command.Refusal;

/** An idea takes no vote, or no such step, as things stand (409); the type says why. */
final class CannotVote extends Refusal {

    private CannotVote(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** All votes are given to what is still open. */
    static CannotVote none(int all) {
        return new CannotVote("no-votes-left", all);
    }

    /** It is here, declined or merged. */
    static CannotVote over() {
        return new CannotVote("idea-over");
    }

    /** The other one is none of the same board. */
    static CannotVote elsewhere() {
        return new CannotVote("idea-not-here");
    }

    /** From where it stands this is no step. */
    static CannotVote noStep() {
        return new CannotVote("idea-no-step");
    }
}
