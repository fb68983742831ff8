package tuanju.cycle.ordering;

import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import tuanju.address.Door;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;

/** Orders of a cycle by a link, as their page places them. */
@TestComponent
@RequiredArgsConstructor
public class OrderingByLink {

    private final CycleOrdering ordering;

    public Code order(MemberId buyer, CycleCard cycle, Map<UUID, Integer> pieces, Door door, Code link) {
        var wish = new CycleOrdering.Wish(pieces, door, "");
        return ordering.order(buyer, cycle.code(), wish, new CycleOrdering.Came(ShownPrice.NOTHING, link))
                .code();
    }
}
