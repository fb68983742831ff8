package tuanju.order.book;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/**
 * Where one order goes and who fetches it: all it takes to know whose bag it is a part of.
 *
 * @param buyer null for a guest
 */
public record OrderDoor(
        OrderId id,
        Code code,
        UUID pickupPoint,
        Door door,
        @Nullable MemberId buyer,
        String recipient,
        String maskedPhone) {}
