package tuanju.order.book;

/**
 * What becomes of a difference of an order, should there be one.
 *
 * @param keeps whether its buyer wants it to stay as credit; otherwise it goes back to where it came from
 */
public record OrderCredit(boolean keeps) {}
