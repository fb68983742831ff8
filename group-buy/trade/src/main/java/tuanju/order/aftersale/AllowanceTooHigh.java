package tuanju.order.aftersale;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** More would go back for a line than is left of what it cost. */
public final class AllowanceTooHigh extends Refusal {
    AllowanceTooHigh(String productName, Money left) {
        super(409, "allowance-too-high", productName, left.toString());
    }
}
