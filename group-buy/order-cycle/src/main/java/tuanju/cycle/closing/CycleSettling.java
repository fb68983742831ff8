package tuanju.cycle.closing;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.cycle.Allocation;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleShares;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.PickupTime;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.order.life.Orders;

/** Brings one order to what its cycle decided, in a transaction of its own: given back, cut, or confirmed. Twice is once. */
@Component
@RequiredArgsConstructor
public class CycleSettling {

    private final CycleShares shares;
    private final CycleProducts products;
    private final CalledOff calledOff;
    private final Orders orders;
    private final JdbcClient jdbc;

    @Transactional
    public void settle(CommunityId community, UUID cycle, OrderId order) {
        if (isLapsed(community, cycle)) {
            giveBack(community, order, "cycle-lapsed");
            return;
        }
        var decided = shares.unsettled(community, order.value());
        if (decided.isEmpty()) {
            return;
        }
        if (decided.stream().allMatch(it -> it.given() == 0)) {
            giveBack(community, order, decided.getFirst().cause());
            return;
        }
        cut(community, order, decided);
    }

    private void giveBack(CommunityId community, OrderId order, String cause) {
        products.release(community, order.value());
        // the busy accounts of the refund last
        calledOff.whole(community, order, AdjustmentKind.CANCELLED, new OrderChange(null, cause));
    }

    private void cut(CommunityId community, OrderId order, List<CycleShares.Decided> decided) {
        var fewer = decided.stream().filter(it -> it.given() < it.most()).toList();
        orders.confirm(community, List.of(order), PickupTime.AS_PLACED, "cycle-closed");
        fewer.forEach(it -> products.free(community, it.product(), it.most() - it.given()));
        shares.settled(community, List.of(order.value()));
        // the busy accounts of the refund last
        calledOff.some(
                community,
                order,
                fewer.stream()
                        .map(it -> new LineKeep(AdjustmentKind.CANCELLED, it.name(), it.spec(), it.given(), it.cause()))
                        .toList(),
                new OrderChange(null, mainCause(fewer)),
                "cycle-settled");
    }

    /** One refund, one reason: a piece that was ordered and cut weighs more than one that was only tolerated. */
    private static String mainCause(List<CycleShares.Decided> fewer) {
        return fewer.stream()
                .map(CycleShares.Decided::cause)
                .filter(it -> !it.equals(Allocation.TOLERANCE_NOT_NEEDED))
                .findFirst()
                .orElse(Allocation.TOLERANCE_NOT_NEEDED);
    }

    private boolean isLapsed(CommunityId community, UUID cycle) {
        return jdbc.sql("select status = 'LAPSED' from order_cycle where community_id = :community and id = :cycle")
                .param("community", community.value())
                .param("cycle", cycle)
                .query(Boolean.class)
                .single();
    }
}
