package tuanju.community;

import java.util.UUID;
import tuanju.member.MemberId;

/**
 * A place where people collect what they bought (自提点).
 *
 * @param area what anyone may read: 3号门旁
 * @param address the exact door, for people with an order there
 * @param leader who hands over here
 */
public record PickupPointCard(
        UUID id, CommunityId community, String name, String area, String address, String hours, MemberId leader) {}
