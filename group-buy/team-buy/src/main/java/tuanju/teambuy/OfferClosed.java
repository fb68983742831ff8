package tuanju.teambuy;

import tuanju.command.Refusal;

/** The offer is paused, has ended or has not begun. */
public final class OfferClosed extends Refusal {
    public OfferClosed() {
        super(409, "offer-closed");
    }
}
