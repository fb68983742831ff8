package tuanju.community;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;

/**
 * A place where people collect what they bought (自提点).
 *
 * @param area what anyone may read: 3号门旁
 * @param address the exact door, for people with an order there
 * @param instructions how to find it or ring, for the same people; may be empty
 * @param leader who hands over here
 * @param open whether new orders may choose it
 * @param photo what the place looks like, for people with an order there; null without
 */
public record PickupPointCard(
        UUID id,
        CommunityId community,
        String name,
        String area,
        String address,
        String hours,
        String instructions,
        MemberId leader,
        boolean open,
        @Nullable PictureRef photo) {}
