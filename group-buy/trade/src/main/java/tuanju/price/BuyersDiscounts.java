package tuanju.price;

import java.util.List;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.member.MemberId;

/**
 * What buyers bring to an order themselves, such as coupons. Declared here and implemented above: it proposes after what the place
 * gives, and sets aside what an order takes in the transaction that places it.
 */
public interface BuyersDiscounts {

    /** What it proposes, in the order in which it is taken off, and what it does not give and why. */
    record Offered(List<Discount> discounts, List<Unmet> unmet) {

        public static final Offered NOTHING = new Offered(List.of(), List.of());

        public Offered {
            discounts = List.copyOf(discounts);
            unmet = List.copyOf(unmet);
        }
    }

    /** After these discounts, which fall onto all lines. Holds nothing. */
    Offered on(Basket basket, List<Discount> before);

    /** The same for an order that is placed now: only what is taken matters, so that what nobody asked for is not looked up. */
    default Offered placing(Basket basket, List<Discount> before) {
        return on(basket, before);
    }

    /**
     * What sets aside what a new order took of what this one proposed, sent in one message with the order itself. Asked with all
     * of its discounts that name one. Refuses what is gone meanwhile.
     */
    List<Alongside> taking(CommunityId community, MemberId buyer, UUID order, List<Discount> taken);
}
