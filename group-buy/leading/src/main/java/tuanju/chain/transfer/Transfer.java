package tuanju.chain.transfer;

import tuanju.money.Money;

/**
 * Money that somebody sent, as one line tells it.
 *
 * @param from who sent it, as written
 * @param when it came, as far as the line says: 2026-11-28 12:01, 11-28 12:01, 12:01, or empty
 * @param number the bill's own number for it; empty where there is none that tells it from all others
 * @param note what else the line says
 */
public record Transfer(int line, String written, String from, Money amount, String when, String number, String note) {}
