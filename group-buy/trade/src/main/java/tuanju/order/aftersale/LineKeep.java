package tuanju.order.aftersale;

/**
 * How many pieces of one line stay; none takes the line away.
 *
 * @param cause a stable word that the order's page puts into a sentence
 */
public record LineKeep(String productName, String spec, int pieces, String cause) {}
