package tuanju.link;

import tuanju.money.Money;

/**
 * What came of a link.
 *
 * @param clicks how often people opened it
 * @param orders placed by it, whatever became of them
 * @param paid those of them that somebody paid, here or to the leader
 * @param sum what they paid, less what went back
 * @param earned what it earned who shares it, also what is not theirs yet
 */
record LinkSums(LinkCard link, long clicks, int orders, int paid, Money sum, Money earned) {}
