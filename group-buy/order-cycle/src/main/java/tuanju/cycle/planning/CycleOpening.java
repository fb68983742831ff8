package tuanju.cycle.planning;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.community.Leaders;
import tuanju.cycle.CutOffs;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleStatus;
import tuanju.member.MemberId;

/** A leader opens an order cycle. */
@Component
@RequiredArgsConstructor
public class CycleOpening {

    private final CycleRows rows;
    private final CycleProducts products;
    private final CyclePoints points;
    private final CutOffs cutOffs;
    private final CycleDiscounts discounts;
    private final Leaders leaders;
    private final Communities communities;
    private final Clock clock;

    /** Opens a cycle for orders at once. Refuses with NotFound who does not lead there, with Invalid a plan without products or with a cut-off that is past. */
    @Transactional
    public CycleCard open(MemberId leader, CommunityId community, CyclePlan plan) {
        return open(leader, community, plan, null);
    }

    /** The same, as the next round of a cycle of theirs where one is named. */
    @Transactional
    public CycleCard open(MemberId leader, CommunityId community, CyclePlan plan, @Nullable CycleCard previous) {
        checkProducts(plan);
        if (!plan.cutOff().isAfter(clock.instant())) {
            throw new Invalid("cutOff", "cycle-cut-off-past");
        }
        var cycle = make(new Wanted(leader, community, before(leader, community, previous)), plan, CycleStatus.OPEN);
        cutOffs.schedule(cycle);
        return cycle;
    }

    /** A cycle of theirs here; any other is not continued. */
    private static @Nullable UUID before(MemberId leader, CommunityId community, @Nullable CycleCard previous) {
        if (previous == null
                || !previous.leader().equals(leader)
                || !previous.community().equals(community)) {
            return null;
        }
        return previous.id();
    }

    /** Makes one that only its leader sees until they open it; refuses a plan without products with Invalid. */
    @Transactional
    public CycleCard draft(MemberId leader, CommunityId community, CyclePlan plan, @Nullable CycleCard previous) {
        checkProducts(plan);
        return make(new Wanted(leader, community, before(leader, community, previous)), plan, CycleStatus.DRAFT);
    }

    static void checkProducts(CyclePlan plan) {
        if (plan.items().isEmpty()) {
            throw new Invalid("products", "cycle-no-products");
        }
    }

    /** Makes an empty cycle for orders taken elsewhere; it is a draft until they are in. */
    @Transactional
    public CycleCard draft(MemberId leader, CommunityId community, CyclePlan plan) {
        return make(new Wanted(leader, community, null), plan, CycleStatus.DRAFT);
    }

    /** Whose cycle is to be made where, and which it repeats. */
    private record Wanted(
            MemberId leader,
            CommunityId community,
            @Nullable UUID previous) {}

    private CycleCard make(Wanted wanted, CyclePlan plan, CycleStatus status) {
        var leader = wanted.leader();
        var community = wanted.community();
        if (!leaders.leads(leader, community)) {
            throw new NotFound();
        }
        discounts.check(community, plan.terms());
        var code = communities.nextCode(community);
        var maker = new OrderCycle.Maker(community, leader, code, wanted.previous());
        var cycle = rows.saveAndFlush(new OrderCycle(maker, plan, status));
        points.add(community, cycle.getId(), plan.points());
        products.add(community, cycle.getId(), List.copyOf(plan.items()));
        return cycle.card(plan.points().getFirst());
    }
}
