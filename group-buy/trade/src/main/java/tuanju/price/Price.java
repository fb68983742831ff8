package tuanju.price;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tuanju.money.Money;

/**
 * How a price came about, step by step.
 *
 * @param goods at their selling prices
 * @param discounts what it costs less, in the order they were taken off; never more than the goods
 * @param tenders what it is paid with; they add up to what is to be paid
 * @param unmet what it does not get, and why
 */
public record Price(Money goods, List<Discount> discounts, List<Tender> tenders, List<Unmet> unmet) {

    public Price {
        discounts = List.copyOf(discounts);
        tenders = List.copyOf(tenders);
        unmet = List.copyOf(unmet);
        if (!sum(tenders.stream().map(Tender::amount).toList()).equals(payable(goods, discounts))) {
            throw new IllegalArgumentException("What is paid is not what is to be paid");
        }
    }

    /** Goods less these discounts; what the buyer's points do not pay is paid in one way. */
    public static Price of(Money goods, List<Discount> discounts, Tender.Kind paidWith) {
        var points = sum(discounts, true);
        var money = payable(goods, discounts).minus(points);
        return new Price(goods, discounts, tenders(points, Money.ZERO, new Tender(paidWith, money)), List.of());
    }

    private static List<Tender> tenders(Money points, Money credit, Tender rest) {
        return Stream.of(new Tender(Tender.Kind.POINTS, points), new Tender(Tender.Kind.WALLET, credit), rest)
                .filter(it -> !it.amount().isZero())
                .toList();
    }

    /** The same, this much of it paid with credit. */
    public Price withCredit(Money credit) {
        if (credit.isZero()) {
            return this;
        }
        var rest = new Tender(tenders.getLast().kind(), toPay().minus(credit));
        return new Price(goods, discounts, tenders(sum(discounts, true), credit, rest), unmet);
    }

    /** The same, and what it does not get. */
    public Price without(List<Unmet> more) {
        return new Price(goods, discounts, tenders, more);
    }

    /** Codes of what its buyer brings along, taken or left out by them, with commas between: what boxes can be ticked for. */
    public String offered() {
        return Stream.concat(
                        discounts.stream().map(Discount::code),
                        unmet.stream().filter(Unmet::isLeftOut).map(Unmet::code))
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** All that others give, together. */
    public Money discount() {
        return sum(discounts, false);
    }

    /** What others give. */
    public List<Discount> given() {
        return discounts.stream().filter(it -> it.funder() != Funder.BUYER).toList();
    }

    /** What of what is payable is paid with money: all but the buyer's points. */
    public Money toPay() {
        return payable().minus(sum(discounts, true));
    }

    public Money payable() {
        return payable(goods, discounts);
    }

    private static Money payable(Money goods, List<Discount> discounts) {
        return goods.minus(sum(discounts, false));
    }

    private static Money sum(List<Discount> discounts, boolean ofBuyer) {
        return sum(discounts.stream()
                .filter(it -> (it.funder() == Funder.BUYER) == ofBuyer)
                .map(Discount::amount)
                .toList());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }
}
