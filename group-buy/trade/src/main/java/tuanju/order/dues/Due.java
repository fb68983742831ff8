package tuanju.order.dues;

import tuanju.money.Money;

/** An amount of what an order costs, and where that money is: in exactly one of three places. */
public record Due(Standing standing, Money amount) {

    /** Where it is. */
    public enum Standing {
        /** It came through us, and what goes back goes back by itself. */
        PAID_HERE,
        /** Its leader has it: cash, a transfer, another tool. What goes back the leader gives back. */
        PAID_TO_LEADER,
        /** Nobody has it yet. */
        NOT_PAID
    }
}
