package tuanju.link;

import tuanju.community.Code;
import tuanju.money.Money;

/**
 * What a link to a page brought, as whoever answers for the page sees it.
 *
 * @param kind of the page it leads to
 * @param sharer by the name that strangers see
 * @param own whether it is the reader's
 * @param clicks how often people opened it
 * @param orders placed by it, whatever became of them
 * @param paidOrders those of them that somebody paid, here or to the leader
 * @param paid what they paid, less what went back
 */
public record Brought(
        Code link, String kind, String sharer, boolean own, long clicks, int orders, int paidOrders, Money paid) {}
