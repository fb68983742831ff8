package tuanju.order.aftersale;

import tuanju.money.Money;

/**
 * Part of a line's price that goes back while the goods stay with their buyer.
 *
 * @param kind what it is given for; goods that do not come at all are no allowance
 * @param cause a stable word that the order's page puts into a sentence
 * @param key makes giving it twice once; at most 100 characters
 */
public record Allowance(AdjustmentKind kind, String productName, String spec, Money amount, String cause, String key) {}
