package tuanju.order.aftersale;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** For this reason the guest of this order is owed only so much by hand (409). */
public final class NotOwedByHand extends Refusal {

    NotOwedByHand(Money owed) {
        super(409, "not-owed-by-hand", owed.toString());
    }
}
