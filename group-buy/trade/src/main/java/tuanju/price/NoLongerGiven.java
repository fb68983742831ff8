package tuanju.price;

import tuanju.command.Refusal;

/** What a price was shown with is not given any more (409): used elsewhere, ended, or not for what is ordered now. */
public final class NoLongerGiven extends Refusal {

    public NoLongerGiven() {
        super(409, "discount-gone");
    }
}
