package tuanju.conduct;

import tuanju.command.Refusal;

/** Something is not reported, decided or appealed as things stand (409); the type says why. */
final class CannotDecide extends Refusal {

    private CannotDecide(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** One takes back one's own words, and reports nobody for them. */
    static CannotDecide ownWords() {
        return new CannotDecide("conduct-own-words");
    }

    /** Who wrote it, or reported it, leaves it to another. */
    static CannotDecide aboutOneself() {
        return new CannotDecide("conduct-about-oneself");
    }

    static CannotDecide decided() {
        return new CannotDecide("conduct-decided");
    }

    /** The words are others than those that were read. */
    static CannotDecide changed() {
        return new CannotDecide("conduct-changed");
    }

    /** Its author took it back meanwhile, so that there is nothing to hide. */
    static CannotDecide gone() {
        return new CannotDecide("conduct-gone");
    }

    /** Such a thing is hidden for a reason of the law only. */
    static CannotDecide notForThat() {
        return new CannotDecide("conduct-not-for-that");
    }

    static CannotDecide appealOver() {
        return new CannotDecide("conduct-appeal-over");
    }

    /** Whoever decided the case does not decide its appeal. */
    static CannotDecide appealByTheSame() {
        return new CannotDecide("conduct-appeal-by-the-same");
    }

    /** A step is taken after the one before it. */
    static CannotDecide stepTooFar() {
        return new CannotDecide("conduct-step-too-far");
    }

    /** Follows from what was hidden, and once. */
    static CannotDecide noMeasure() {
        return new CannotDecide("conduct-no-measure");
    }

    /** A leader's role ends first. */
    static CannotDecide leads() {
        return new CannotDecide("conduct-leads");
    }
}
