package tuanju.secondword;

import tuanju.command.Refusal;

/** The proposal is one's own, about oneself or of who is no operator any more, or was decided or ran out meanwhile (409). */
final class CannotConfirm extends Refusal {

    private CannotConfirm(String type) {
        super(409, type);
    }

    static CannotConfirm own() {
        return new CannotConfirm("second-word-own");
    }

    static CannotConfirm aboutOneself() {
        return new CannotConfirm("second-word-about-you");
    }

    static CannotConfirm ofNoOperator() {
        return new CannotConfirm("second-word-proposer-left");
    }

    static CannotConfirm over() {
        return new CannotConfirm("second-word-over");
    }
}
