package tuanju.order.aftersale;

/**
 * How many pieces of one line stay; none takes the line away.
 *
 * @param kind why the others leave
 * @param cause a stable word that the order's page puts into a sentence
 */
public record LineKeep(AdjustmentKind kind, String productName, String spec, int pieces, String cause) {}
