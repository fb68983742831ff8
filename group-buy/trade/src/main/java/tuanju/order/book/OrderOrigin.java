package tuanju.order.book;

import java.time.Instant;
import tuanju.community.Code;
import tuanju.member.MemberId;

/**
 * Where an order's buyer came from.
 *
 * @param link the code of the link they followed
 * @param by who handed it on
 * @param sharer their public name
 * @param at when that was written down
 */
public record OrderOrigin(Code link, MemberId by, String sharer, Instant at) {}
