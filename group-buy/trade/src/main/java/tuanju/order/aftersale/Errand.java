package tuanju.order.aftersale;

import java.util.List;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;

/**
 * Something that must still be done to one order of a cycle or team.
 *
 * @param source the cycle or team
 * @param round tells errands to the same order apart; empty where one is enough
 */
public record Errand(CommunityId community, UUID source, OrderId order, String round) {

    private static final int PARTS_WITHOUT_ROUND = 3;

    public static Errand to(CommunityId community, UUID source, OrderId order) {
        return new Errand(community, source, order, "");
    }

    /** What a task of this errand is called; the same name is one task. */
    String name() {
        var name = community.value() + "/" + source + "/" + order.value();
        return round.isEmpty() ? name : name + "/" + round;
    }

    static Errand named(String name) {
        var parts = List.of(name.split("/", -1));
        return new Errand(
                new CommunityId(UUID.fromString(parts.get(0))),
                UUID.fromString(parts.get(1)),
                new OrderId(UUID.fromString(parts.get(2))),
                parts.size() > PARTS_WITHOUT_ROUND ? parts.getLast() : "");
    }
}
