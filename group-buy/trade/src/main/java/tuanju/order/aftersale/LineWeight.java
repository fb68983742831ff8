package tuanju.order.aftersale;

/** What all pieces of one product of an order weigh together. */
public record LineWeight(String productName, String spec, int grams) {}
