package tuanju.pickup;

import tuanju.money.Money;

/** One line of an order as it was bought: what is laid into the bag. */
public record PickupLine(String product, String spec, int quantity, Money amount) {

    /** Product and spec in one, said once where the name already holds the spec: 西柚(十个一份). */
    public String title() {
        return spec.isBlank() || product.contains(spec) ? product : product + " · " + spec;
    }
}
