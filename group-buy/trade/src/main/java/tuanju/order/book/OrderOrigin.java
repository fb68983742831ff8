package tuanju.order.book;

import java.time.Instant;
import tuanju.community.Code;

/**
 * Where an order's buyer came from.
 *
 * @param link the code of the link they followed
 * @param sharer the public name of who handed it on
 * @param at when that was written down
 */
public record OrderOrigin(Code link, String sharer, Instant at) {}
