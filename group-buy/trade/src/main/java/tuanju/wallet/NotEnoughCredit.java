package tuanju.wallet;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** More is asked of a wallet than is free in it. */
public final class NotEnoughCredit extends Refusal {
    NotEnoughCredit(Money free) {
        super(409, "not-enough-credit", free.toString());
    }
}
