package tuanju.cycle.closing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.Allocation;
import tuanju.cycle.CutOffs;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleClosed;
import tuanju.cycle.CycleLapsed;
import tuanju.cycle.CycleMoves;
import tuanju.cycle.CycleMoves.Step;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.CycleShare;
import tuanju.cycle.CycleShares;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.TellingCycles;
import tuanju.order.OrderId;
import tuanju.order.PickupTime;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.life.Orders;

/**
 * Decides a cycle whose time has come: boxfill, closed, waiting for its leader, or lapsed. The database's clock says
 * whether it has come; the locked row lets only one decide. What follows for each order is a task of its own.
 */
@Component
@RequiredArgsConstructor
public class CycleDeciding {

    private static final String CONFIRMED = "cycle-closed";

    private final CycleMoves moves;
    private final CycleProducts products;
    private final CycleShares shares;
    private final CutOffs cutOffs;
    private final TellingCycles telling;
    private final Orders orders;
    private final CalledOff calledOff;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Takes the next step of a cycle if the clock says so; a second time, or on another instance, changes nothing. */
    @Transactional
    public void decideIfDue(CutOffs.Due due) {
        moves.lockDue(due.community(), due.cycle()).ifPresent(this::decide);
    }

    /** The next step of a locked cycle whose time has come. */
    void decide(CycleCard cycle) {
        var all = shares.of(cycle.community(), cycle.id());
        var offered = products.of(cycle);
        boolean waits = waitsForOthers(cycle, offered);
        if (waits && payersMayStillCome(cycle, all)) {
            return;
        }
        var paid = all.stream().filter(CycleShare::paid).toList();
        decide(cycle, Allocation.of(offered, paid), !waits);
    }

    /** Everybody gets their money back, each in a transaction of their own. */
    void lapse(CycleCard cycle, Step step) {
        moves.move(cycle, CycleStatus.LAPSED, step);
        var held = calledOff.held(cycle.community(), cycle.id());
        cutOffs.settle(cycle, held, clock.instant());
        events.publishEvent(new CycleLapsed(cycle.community(), cycle.id(), held, clock.instant()));
    }

    private void decide(CycleCard cycle, Allocation allocation, boolean unconditional) {
        var minimum = cycle.terms().minimum();
        boolean isShort = minimum != null && minimum.missing(allocation.standing()) > 0;
        boolean mayFill = cycle.status() == CycleStatus.OPEN && cycle.terms().boxfillUntil() != null;
        if (isShort && mayBeExtended(cycle)) {
            askTheLeader(cycle);
        } else if (!isShort && mayFill && allocation.hasOpenCases()) {
            moves.move(cycle, CycleStatus.BOXFILL, Step.byClock("cut-off"));
        } else if (isShort || nobodyIsGivenAnything(allocation, unconditional)) {
            lapse(cycle, Step.byClock(isShort ? "minimum-not-reached" : "nothing-filled"));
        } else {
            close(cycle, unconditional ? List.of() : allocation.given());
        }
    }

    private void close(CycleCard cycle, List<Allocation.Given> given) {
        moves.move(cycle, CycleStatus.CLOSED, Step.byClock(cycle.status() == CycleStatus.OPEN ? "cut-off" : "filled"));
        shares.decide(cycle.community(), given);
        var byOrder =
                given.stream().collect(Collectors.groupingBy(it -> it.share().order()));
        var whole = byOrder.entrySet().stream()
                .filter(it -> it.getValue().stream().allMatch(CycleDeciding::isAllPaidFor))
                .map(it -> new OrderId(it.getKey()))
                .toList();
        orders.confirm(cycle.community(), whole, PickupTime.AS_PLACED, CONFIRMED);
        shares.settled(cycle.community(), whole.stream().map(OrderId::value).toList());
        var cut = byOrder.keySet().stream()
                .map(OrderId::new)
                .filter(it -> !whole.contains(it))
                .toList();
        cutOffs.settle(cycle, cut, clock.instant());
        events.publishEvent(new CycleClosed(cycle.community(), cycle.id(), clock.instant()));
    }

    /** Once in its life a cycle short of its minimum asks: until two hours from now, or until pickup would begin. */
    private void askTheLeader(CycleCard cycle) {
        var decideBy = jdbc.sql("""
                        update order_cycle set decide_by = now() + interval '2 hours', version = version + 1
                        where community_id = :community and id = :cycle returning decide_by
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(OffsetDateTime.class)
                .single();
        telling.isShort(cycle, decideBy.toInstant());
        moves.changed(cycle);
    }

    /** Whoever ordered in time may finish paying; a quarter of an hour after the cut-off it is decided without them. */
    private boolean payersMayStillCome(CycleCard cycle, List<CycleShare> all) {
        if (all.stream().allMatch(CycleShare::paid)) {
            return false;
        }
        return jdbc.sql("""
                        select now() < coalesce(case status when 'BOXFILL' then boxfill_until end, cut_off)
                            + make_interval(mins => :minutes)
                        from order_cycle where community_id = :community and id = :cycle
                        """)
                .param("minutes", CutOffs.MINUTES_TO_FINISH_PAYING)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query(Boolean.class)
                .single();
    }

    private static boolean mayBeExtended(CycleCard cycle) {
        return cycle.status() == CycleStatus.OPEN
                && cycle.turns().extended() == null
                && cycle.turns().decideBy() == null;
    }

    private static boolean nobodyIsGivenAnything(Allocation allocation, boolean unconditional) {
        var given = allocation.given();
        return !unconditional && !given.isEmpty() && given.stream().allMatch(it -> it.pieces() == 0);
    }

    private static boolean isAllPaidFor(Allocation.Given given) {
        return given.pieces() == given.share().most();
    }

    /** Whether what is ordered becomes certain only once the others have ordered too. */
    static boolean waitsForOthers(CycleCard cycle, List<CycleProduct> products) {
        return cycle.terms().minimum() != null
                || products.stream().anyMatch(it -> it.terms().waits());
    }

    /** Used where only the id is known. */
    boolean waitsForOthers(UUID communityId, UUID cycle) {
        return jdbc.sql("""
                        select exists (select from order_cycle
                                where community_id = :community and id = :cycle and minimum is not null)
                            or exists (select from cycle_product
                                where community_id = :community and cycle_id = :cycle
                                  and (case_size > 1 or minimum is not null))
                        """)
                .param("community", communityId)
                .param("cycle", cycle)
                .query(Boolean.class)
                .single();
    }
}
