package tuanju.order.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.order.Address;
import tuanju.order.OrderId;

/**
 * The door of an order was put right.
 *
 * @param step by which it is known among all that were ever made
 * @param was lane, building and room before
 * @param becomes the same from then on
 * @param beside the order of the same household it was put to; null where only the door was put right
 * @param cause a stable word: door-corrected, put-in-one-bag, door-undone
 */
public record DoorChange(
        long step, Address was, Address becomes, @Nullable OrderId beside, Instant at, String cause) {}
