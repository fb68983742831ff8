package tuanju.cycle;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** A member cannot order this in this cycle (409). */
public final class CannotOrder extends Refusal {

    private CannotOrder(String type, Object... arguments) {
        super(409, type, arguments);
    }

    public static CannotOrder closed() {
        return new CannotOrder("cycle-takes-no-orders");
    }

    public static CannotOrder tooFewLeft(String product) {
        return new CannotOrder("cycle-too-few-left", product);
    }

    static CannotOrder othersWait(String product) {
        return new CannotOrder("cycle-others-wait", product);
    }

    public static CannotOrder fillsNoCase(String product, long room) {
        return room == 0
                ? new CannotOrder("cycle-no-open-case", product)
                : new CannotOrder("cycle-fills-more-than-the-case", product, room);
    }

    public static CannotOrder noLongerChangeable() {
        return new CannotOrder("cycle-no-longer-changeable");
    }

    public static CannotOrder notOpenToLateComers() {
        return new CannotOrder("cycle-not-open-to-late-comers");
    }

    public static CannotOrder priceChanged(Money now) {
        return new CannotOrder("cycle-price-changed", now.yuan());
    }

    public static CannotOrder differenceChanged(Money back, Money toPay) {
        return new CannotOrder("cycle-difference-changed", back.yuan(), toPay.yuan());
    }

    public static CannotOrder notPaid() {
        return new CannotOrder("cycle-order-not-paid");
    }
}
