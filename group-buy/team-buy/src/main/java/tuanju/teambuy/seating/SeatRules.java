package tuanju.teambuy.seating;

import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.teambuy.Terms;

/** The rules of seats, apart from where they are kept. */
final class SeatRules {

    private SeatRules() {}

    /**
     * Whether money for this seat sits down in its team: while the team is running, in the seat that was held; or, when the
     * hold is over, in a seat that is still free, unless the member sits in another team of the offer meanwhile.
     */
    static boolean canSit(Terms.OfTeam team, Seat.Status seat) {
        return team.running()
                && switch (seat) {
                    case HELD -> true;
                    case RELEASED -> !team.full() && team.sittingIn() == null;
                    case PAID, LEFT -> false;
                };
    }

    /**
     * Whether late money opens a new team: its buyer chose so, teams can be opened now at exactly the price that was paid,
     * and the buyer sits in no other team of the offer.
     */
    static boolean opensNewTeam(WhenFull choice, Money paid, Terms.OfOffer offer) {
        return choice == WhenFull.OPEN_NEW
                && offer.open()
                && offer.sittingIn() == null
                && offer.price().equals(paid);
    }
}
