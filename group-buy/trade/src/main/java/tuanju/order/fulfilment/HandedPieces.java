package tuanju.order.fulfilment;

import tuanju.order.OrderLineCard;

/** So many pieces of one line of an order. */
public record HandedPieces(String productName, String spec, int pieces) {

    /** Which goods: name and spec. */
    public String title() {
        return OrderLineCard.title(productName, spec);
    }
}
