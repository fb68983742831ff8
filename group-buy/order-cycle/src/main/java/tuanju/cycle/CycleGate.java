package tuanju.cycle;

import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.CycleProducts.Wanted;

/**
 * Lets members act while the database's clock allows it. The cycle's row is held until their transaction ends: whoever
 * decides the cycle waits for them, or they come too late.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class CycleGate {

    private final CycleProducts products;
    private final CycleShares shares;
    private final JdbcClient jdbc;

    /** To order: anything before the cut-off, afterwards only what fills an open case. Refuses with CannotOrder. */
    void toOrder(CycleCard cycle, List<Wanted> wanted) {
        if (holds(cycle, "status = 'OPEN' and opens <= now() and cut_off > now() for share")) {
            return;
        }
        // one after the other: each must see what the one before has filled
        if (!holds(cycle, "status = 'BOXFILL' and boxfill_until > now() for update")) {
            throw CannotOrder.closed();
        }
        fillsCases(cycle, wanted);
    }

    /** To take fewer or leave: before the cut-off, and while a cycle short of its minimum waits for its leader. */
    void toLeave(CycleCard cycle) {
        if (!holds(cycle, "status = 'OPEN' and (cut_off > now() or decide_by is not null) for share")) {
            throw CannotOrder.noLongerChangeable();
        }
    }

    private void fillsCases(CycleCard cycle, List<Wanted> wanted) {
        var standing = Allocation.of(products.of(cycle), shares.of(cycle.community(), cycle.id())).products().stream()
                .collect(Collectors.toMap(
                        it -> it.product().id(), it -> it.filling().room()));
        for (var one : wanted) {
            long room = standing.getOrDefault(one.product().id(), 0L);
            if (one.most() > room) {
                throw CannotOrder.fillsNoCase(one.product().title(), room);
            }
        }
    }

    private boolean holds(CycleCard cycle, String condition) {
        return jdbc.sql("select 1 from order_cycle where community_id = :community and id = :id and " + condition)
                .param("community", cycle.community().value())
                .param("id", cycle.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
