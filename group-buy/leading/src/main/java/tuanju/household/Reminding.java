package tuanju.household;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.cycle.CycleCard;
import tuanju.household.ActRows.Part;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.Errand;
import tuanju.order.aftersale.Errands;
import tuanju.order.book.OrderBook;

/** Reminds buyers of what they have to pay or to fetch, ten seconds after their leader said so, until which it is taken back. */
@Component
@RequiredArgsConstructor
class Reminding {

    static final String KIND = "household-remind";

    /** A moment longer than it can be taken back: no two clocks are alike. */
    private static final Duration SENT_AFTER = Duration.ofSeconds(11);

    private final Errands errands;
    private final ActRows acts;
    private final OrderBook book;
    private final Buyers buyers;
    private final Clock clock;

    /**
     * Those who have an account, and something to pay or to fetch, once in three hours. Refuses with NothingToDo (409) where
     * all of them were reminded not long ago.
     */
    List<Part> toTell(Marking marking) {
        var all = reachable(marking);
        var lately = acts.reminded(marking.cycle());
        var parts = all.stream().filter(it -> !lately.contains(it.order())).toList();
        if (parts.isEmpty() && !all.isEmpty()) {
            throw NothingToDo.remindedLately();
        }
        return parts;
    }

    private static List<Part> reachable(Marking marking) {
        return marking.waiting()
                .filter(it -> it.buyer() != null)
                .filter(it -> !it.dues().isPaid()
                        || it.status() == OrderStatus.CONFIRMED
                                && marking.cycle().status().isCollectable())
                .map(it -> Part.of(it.id(), it.code()))
                .toList();
    }

    void queue(CycleCard cycle, UUID act, List<Part> parts) {
        errands.queue(
                KIND,
                parts.stream()
                        .map(it -> new Errand(cycle.community(), cycle.id(), it.order(), act.toString()))
                        .toList(),
                clock.instant().plus(SENT_AFTER));
    }

    /** Unless it was taken back; what was paid or fetched meanwhile is not asked for. */
    @Transactional
    public void tell(Errand errand) {
        if (!acts.stands(errand.community().value(), UUID.fromString(errand.round()))) {
            return;
        }
        var sheet = book.sheet(errand.community(), errand.order());
        boolean unpaid = !sheet.dues().isPaid();
        if (!unpaid && sheet.status() != OrderStatus.CONFIRMED) {
            return;
        }
        buyers.tell(
                errand.community(),
                List.of(errand.order()),
                it -> Notification.of(
                        "household:" + errand.round() + ":" + it.code(),
                        unpaid ? "household.told.pay" : "household.told.fetch",
                        it.page(),
                        it.goods(),
                        unpaid ? sheet.dues().open() : it.pickup()));
    }
}
