package tuanju.order;

/** So many pieces of one line of an order. */
public record HandedPieces(String productName, String spec, int pieces) {}
