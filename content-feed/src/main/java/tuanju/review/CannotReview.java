package tuanju.review;

import tuanju.command.Refusal;

/** A review is not written as things stand (409); the type says why. */
final class CannotReview extends Refusal {

    private CannotReview(String type) {
        super(409, type);
    }

    /** The order is not completed, or the product was none of it. */
    static CannotReview notHad() {
        return new CannotReview("review-not-had");
    }

    static CannotReview already() {
        return new CannotReview("review-already");
    }

    /** Another reason was given for hiding it before, which stays. */
    static CannotReview removed() {
        return new CannotReview("review-removed");
    }
}
