package tuanju.receiving;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.cycle.CycleCard;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.order.aftersale.Errands;

/** Gives out what came short, exactly as it was shown; what follows for each order is a task of its own. */
@Component
@RequiredArgsConstructor
class ShortageConfirming {

    private final ShortagePlanning planning;
    private final ShortageRows rows;
    private final ReceiptRows receipts;
    private final HouseholdsInNeed needs;
    private final Errands errands;
    private final AuditTrail audit;
    private final LiveTopics live;

    /** What somebody saw and says yes to. */
    record Yes(SharePolicy policy, Set<OrderId> inNeed, String plan) {}

    /**
     * Confirms the plan that was shown; the same plan twice is once. Refuses with CannotReceive when anything has changed
     * since, when nothing is short, or while orders still wait for what the cut-off decided.
     */
    @Transactional
    public UUID confirm(MemberId by, CycleCard cycle, Yes yes) {
        receipts.lock(cycle);
        var before = rows.ofPlan(cycle, yes.plan());
        if (before.isPresent()) {
            return before.get();
        }
        var plan = planning.plan(cycle, yes.policy(), yes.inNeed());
        refuseUnlessStanding(cycle, plan, yes);
        var id = rows.confirm(cycle, plan, by);
        needs.forget(cycle);
        errands.queue(ShortageTasks.SETTLE, cycle.community(), cycle.id(), fewer(plan));
        audit.record(by.value(), "cycle.give-out-shortage", cycle.code().value(), summary(plan));
        live.changed("cycle:" + cycle.id());
        return id;
    }

    private void refuseUnlessStanding(CycleCard cycle, ShortagePlan plan, Yes yes) {
        if (!Receiving.isReceiving(cycle)) {
            throw CannotReceive.notNow();
        }
        if (plan.isEmpty()) {
            throw CannotReceive.nothingShort();
        }
        if (!plan.token().equals(yes.plan())) {
            throw CannotReceive.planChanged();
        }
        if (planning.isUndecided(cycle)) {
            throw CannotReceive.ordersUndecided();
        }
    }

    private static List<OrderId> fewer(ShortagePlan plan) {
        return plan.products().stream()
                .flatMap(it -> it.shares().stream())
                .filter(it -> it.given() < it.ordered())
                .map(ShortagePlan.Share::order)
                .distinct()
                .toList();
    }

    private static String summary(ShortagePlan plan) {
        return plan.policy() + " "
                + plan.products().stream()
                        .map(it -> it.goods().name() + " " + it.goods().usable() + "/"
                                + it.goods().expected())
                        .collect(Collectors.joining(", "));
    }
}
