package tuanju.cycle;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.member.MemberId;

/** A leader opens an order cycle. */
@Component
@RequiredArgsConstructor
public class CycleOpening {

    private final CycleRows rows;
    private final CycleProducts products;
    private final CyclePoints points;
    private final CutOffs cutOffs;
    private final Leaders leaders;
    private final Communities communities;
    private final Clock clock;

    /** Opens a cycle for orders at once. Refuses with NotFound who does not lead there, with Invalid a plan without products or with a cut-off that is past. */
    @Transactional
    public CycleCard open(MemberId leader, CommunityId community, CyclePlan plan) {
        if (plan.items().isEmpty()) {
            throw new Invalid("products", "cycle-no-products");
        }
        if (!plan.cutOff().isAfter(clock.instant())) {
            throw new Invalid("cutOff", "cycle-cut-off-past");
        }
        var cycle = make(leader, community, plan, CycleStatus.OPEN);
        cutOffs.schedule(cycle);
        return cycle;
    }

    /** Makes an empty cycle for orders taken elsewhere; it is a draft until they are in. */
    @Transactional
    CycleCard draft(MemberId leader, CommunityId community, CyclePlan plan) {
        return make(leader, community, plan, CycleStatus.DRAFT);
    }

    private CycleCard make(MemberId leader, CommunityId community, CyclePlan plan, CycleStatus status) {
        if (!leaders.leads(leader, community)) {
            throw new NotFound();
        }
        var code = communities.nextCode(community);
        var cycle = rows.saveAndFlush(new OrderCycle(new OrderCycle.Maker(community, leader, code), plan, status));
        points.add(community, cycle.getId(), plan.points());
        products.add(community, cycle.getId(), List.copyOf(plan.items()));
        return cycle.card(plan.points().getFirst());
    }
}
