package tuanju.cycle.ordering;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.Allocation;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleProducts.Wanted;
import tuanju.cycle.CycleShares;
import tuanju.cycle.CycleTerms;
import tuanju.cycle.OrderCycles;
import tuanju.price.Discounts;

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

    /**
     * To order: anything before the cut-off, afterwards only what fills an open case. Answers what the leader gives off as
     * it stands until the transaction ends, as do the prices of its goods: read them after. Refuses with CannotOrder.
     */
    Held toOrder(CycleCard cycle) {
        var open = held(cycle, "status = 'OPEN' and opens <= now() and cut_off > now() for share");
        if (open.isPresent()) {
            return new Held(open.get(), false);
        }
        // one after the other: each must see what the one before has filled
        var filling = held(cycle, "status = 'BOXFILL' and boxfill_until > now() for update");
        return new Held(filling.orElseThrow(CannotOrder::closed), true);
    }

    /**
     * A cycle that stays as it is until the transaction ends.
     *
     * @param fillsCases whether only what fills an open case is taken
     */
    record Held(Discounts discounts, boolean fillsCases) {}

    /** To take fewer or leave: before the cut-off, and while a cycle short of its minimum waits for its leader. */
    void toLeave(CycleCard cycle) {
        if (held(cycle, "status = 'OPEN' and (cut_off > now() or decide_by is not null) for share")
                .isEmpty()) {
            throw CannotOrder.noLongerChangeable();
        }
    }

    /** Refuses with CannotOrder what fills no open case. */
    void mustFillCases(CycleCard cycle, List<Wanted> wanted) {
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

    private Optional<Discounts> held(CycleCard cycle, String condition) {
        return jdbc.sql("""
                        select discount_from_fen, discount_off_fen from order_cycle
                        where community_id = :community and id = :id and\s""" + condition)
                .param("community", cycle.community().value())
                .param("id", cycle.id())
                .query((row, number) -> new CycleTerms(null, null, OrderCycles.discount(row)).discounts())
                .optional();
    }
}
