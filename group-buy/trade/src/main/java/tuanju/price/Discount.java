package tuanju.price;

import tuanju.money.Money;

/**
 * What an order costs less than its goods.
 *
 * @param source a stable word for what gave it
 * @param title what it is called, as its giver wrote it
 * @param funder whose money it is
 * @param amount more than nothing
 */
public record Discount(String source, String title, Funder funder, Money amount) {

    public Discount {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A discount of nothing is none");
        }
    }
}
