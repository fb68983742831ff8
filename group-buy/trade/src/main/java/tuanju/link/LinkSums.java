package tuanju.link;

import tuanju.money.Money;

/**
 * What came of a link.
 *
 * @param orders placed by it, whatever became of them
 * @param paid those of them that somebody paid, here or to the leader
 * @param sum what they paid, less what went back
 */
record LinkSums(LinkCard link, int orders, int paid, Money sum) {}
