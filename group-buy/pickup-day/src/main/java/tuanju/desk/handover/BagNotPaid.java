package tuanju.desk.handover;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** So much of this bag is not paid (409): it goes when it is paid, or with an explicit yes. */
final class BagNotPaid extends Refusal {

    BagNotPaid(Money open) {
        super(409, "bag-not-paid", open.toString());
    }
}
