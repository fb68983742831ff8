package tuanju.ledger;

import tuanju.money.Money;

/** An amount that leaves one account (debit) and arrives in another (credit), and why. */
public record Transfer(Source source, Account debit, Account credit, Money amount) {}
