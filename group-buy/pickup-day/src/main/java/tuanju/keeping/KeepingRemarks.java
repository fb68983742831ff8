package tuanju.keeping;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderRemark;
import tuanju.order.book.OrderRemarks;
import tuanju.page.Dates;

/** Tells buyers who did not come until when their bag is kept, that they were reminded, and what was decided. */
@Component
@RequiredArgsConstructor
class KeepingRemarks implements OrderRemarks {

    private final OrderBook book;
    private final BagSteps steps;
    private final KeepingSettings settings;
    private final Dates dates;
    private final Clock clock;

    @Override
    public List<OrderRemark> about(CommunityId community, OrderId order) {
        var sheet = book.sheet(community, order);
        var until = sheet.pickupUntil();
        boolean over = sheet.status() == OrderStatus.COMPLETED || sheet.status() == OrderStatus.REFUNDED;
        if (until == null || !over && !Keeping.isLate(sheet, clock.instant())) {
            return List.of();
        }
        var done = steps.of(community, List.of(order.value())).getOrDefault(order.value(), List.of());
        if (over) {
            return decided(order, until, done);
        }
        var kept = new KeptOrder(order.value(), until, settings.keptFor(), done);
        var remarks = new ArrayList<OrderRemark>();
        remarks.add(
                new OrderRemark("clock", "keeping.remark.kept", List.of(dates.when(kept.until())), until, "", null));
        done.stream()
                .filter(step -> step.step() != Step.EXTENDED)
                .map(step -> new OrderRemark("bag", "keeping.remark." + step.step(), List.of(), step.at(), "", null))
                .forEach(remarks::add);
        return remarks;
    }

    /** Of an order that is over, only how it ended. */
    private List<OrderRemark> decided(OrderId order, Instant until, List<BagStep> done) {
        var kept = new KeptOrder(order.value(), until, settings.keptFor(), done);
        var decision = kept.decided();
        return decision == null
                ? List.of()
                : List.of(new OrderRemark(
                        "bag",
                        "keeping.remark." + decision,
                        List.of(),
                        done.getLast().at(),
                        "",
                        null));
    }
}
