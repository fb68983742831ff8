package tuanju.order;

import tuanju.money.Money;

/** Orders, lines, pieces and money counted by the database; what a list's check sum must equal. */
public record OrderTotals(int orders, int lines, int pieces, Money amount) {}
