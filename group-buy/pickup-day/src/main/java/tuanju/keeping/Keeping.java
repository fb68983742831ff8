package tuanju.keeping;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.desk.Bag;
import tuanju.desk.Desk;
import tuanju.desk.LookingAtDesks;
import tuanju.live.LiveTopics;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.OrderId;
import tuanju.order.OrderStatus;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.order.fulfilment.Handover;
import tuanju.page.Dates;
import tuanju.pickup.Household;
import tuanju.pickup.PickupOrder;

/** Keeps bags nobody came for, reminds their buyers, and lets the leader decide once their time is over. */
@Component
@RequiredArgsConstructor
class Keeping {

    private final LookingAtDesks looking;
    private final OrderBook book;
    private final BagSteps steps;
    private final Buyers buyers;
    private final Handover handover;
    private final AuditTrail audit;
    private final LiveTopics live;
    private final KeepingSettings settings;
    private final Dates dates;
    private final Clock clock;

    @Transactional(readOnly = true)
    public KeptView look(List<Desk> desks) {
        return KeptView.of(desks.stream().flatMap(desk -> bags(desk).stream()).toList(), clock.instant());
    }

    /** A bag nobody came for, and whether it is still kept for its buyer. */
    record Standing(KeptBag bag, boolean kept) {}

    /** The bags of this desk in walking order. */
    @Transactional(readOnly = true)
    public List<Standing> standing(Desk desk) {
        var now = clock.instant();
        return bags(desk).stream()
                .map(bag -> new Standing(bag, bag.isKeptAt(now)))
                .toList();
    }

    /** Reminds of every bag that waits, or of this one; of one reminded a short time ago not again. Answers how many. */
    @Transactional
    public int remind(Desk desk, String bag) {
        var latest = clock.instant().minus(settings.remindAfter());
        var due = bags(desk).stream()
                .filter(it -> bag.isEmpty() || it.bag().holds(bag))
                .filter(it -> it.decided() == null)
                .filter(it -> it.reminded() == null || it.reminded().isBefore(latest))
                .toList();
        var reminders = new LinkedHashMap<UUID, Reminder>();
        due.forEach(it -> it.orders(false).forEach(order -> {
            var step = order.next(Step.REMINDED, null);
            if (steps.add(desk.community().id(), desk.attendant(), step)) {
                reminders.put(order.order(), new Reminder(step.nr(), it.until()));
            }
        }));
        tell(desk, reminders);
        return due.size();
    }

    /** Which step about an order it is, and until when its bag is kept. */
    private record Reminder(int nr, Instant until) {}

    private void tell(Desk desk, Map<UUID, Reminder> reminders) {
        buyers.tell(
                desk.community().id(),
                reminders.keySet().stream().map(OrderId::new).toList(),
                it -> {
                    var reminder = Objects.requireNonNull(reminders.get(it.id().value()));
                    return Notification.of(
                            "bag:" + it.id().value() + ":" + reminder.nr(),
                            "keeping.told.reminded",
                            it.page(),
                            it.goods(),
                            it.pickup(),
                            reminder.until());
                });
    }

    /** Keeps it longer. Refuses with DecidedMeanwhile (409), or NotFound what is not kept here. */
    @Transactional
    public Instant extend(Desk desk, String bag) {
        var kept = one(desk, bag);
        if (kept.decided() != null) {
            throw new DecidedMeanwhile();
        }
        var from = kept.isKeptAt(clock.instant()) ? kept.until() : clock.instant();
        var until = from.plus(settings.extendBy());
        take(desk, kept, Step.EXTENDED, until);
        return until;
    }

    /**
     * Gives it away or returns it once its time is over. Refuses with StillKept or DecidedMeanwhile (409), and with the
     * order's own refusal what was handed over meanwhile.
     */
    @Transactional
    public void decide(Desk desk, String bag, Step decision) {
        var kept = one(desk, bag);
        mustBeOwn(desk);
        if (!decision.decides() || kept.decided() != null) {
            throw new DecidedMeanwhile();
        }
        if (kept.isKeptAt(clock.instant())) {
            throw new StillKept(dates.when(kept.until()));
        }
        take(desk, kept, decision, null);
    }

    /** Takes the decision back: the bag waits again. */
    @Transactional
    public void reopen(Desk desk, String bag) {
        var kept = one(desk, bag);
        mustBeOwn(desk);
        if (kept.decided() == null) {
            throw new DecidedMeanwhile();
        }
        take(desk, kept, Step.REOPENED, null);
    }

    /** Whoever stands in may remind and keep longer; what becomes of the goods, the leader alone decides. */
    private static void mustBeOwn(Desk desk) {
        if (!desk.isOwn()) {
            throw new NotFound();
        }
    }

    private void take(Desk desk, KeptBag kept, Step step, @Nullable Instant until) {
        var community = desk.community().id();
        for (var order : kept.inOneOrder(step == Step.REOPENED)) {
            // a decision and its end wait for each other, and so does taking it back
            if (step.decides() || step == Step.REOPENED) {
                handover.hold(community, new OrderId(order.order()));
            }
            if (!steps.add(community, desk.attendant(), order.next(step, until))) {
                throw new DecidedMeanwhile();
            }
        }
        if (step.decides()) {
            tellDecided(desk, kept, step);
        }
        audit.record(
                desk.attendant().value(), "bag." + step.name().toLowerCase(Locale.ROOT), "order " + kept.key(), "");
        live.changed(desk.topic());
    }

    private void tellDecided(Desk desk, KeptBag kept, Step step) {
        var until = clock.instant().plus(settings.decisionStands());
        var numbers = kept.orders().stream()
                .collect(Collectors.toMap(KeptOrder::order, it -> it.steps().size() + 1));
        buyers.tell(
                desk.community().id(),
                numbers.keySet().stream().map(OrderId::new).toList(),
                it -> Notification.of(
                        "bag:" + it.id().value() + ":"
                                + Objects.requireNonNull(numbers.get(it.id().value())),
                        step == Step.RETURNED ? "keeping.told.returned" : "keeping.told.given-away",
                        it.page(),
                        it.goods(),
                        until));
    }

    private KeptBag one(Desk desk, String bag) {
        return bags(desk).stream().filter(it -> it.bag().holds(bag)).findFirst().orElseThrow(NotFound::new);
    }

    private List<KeptBag> bags(Desk desk) {
        var late = late(desk);
        var done = steps.of(desk.community().id(), late.keySet());
        var here = looking.sheet(desk).households().stream()
                .filter(bag -> bag.orders().stream().map(PickupOrder::id).anyMatch(late::containsKey))
                .toList();
        var pieces = looking.bags(desk, here).stream().collect(Collectors.toMap(Bag::key, Bag::pieces));
        return here.stream()
                .map(bag -> new KeptBag(
                        bag, pieces.getOrDefault(bag.key(), 0L), desk.path(), desk.isOwn(), kept(bag, late, done)))
                .toList();
    }

    private List<KeptOrder> kept(Household bag, Map<UUID, OrderSheet> late, Map<UUID, List<BagStep>> done) {
        return bag.orders().stream()
                .map(PickupOrder::id)
                .filter(late::containsKey)
                .map(id -> new KeptOrder(id, over(late, id), settings.keptFor(), done.getOrDefault(id, List.of())))
                .toList();
    }

    private static Instant over(Map<UUID, OrderSheet> late, UUID order) {
        return Objects.requireNonNull(Objects.requireNonNull(late.get(order)).pickupUntil());
    }

    /** Those that wait though their pickup time is over. */
    private Map<UUID, OrderSheet> late(Desk desk) {
        var community = desk.community().id();
        var cycle = desk.cycle();
        var sheets =
                cycle == null ? book.sheetsAtDeskOf(community, desk.owner()) : book.sheetsOf(community, cycle.id());
        return sheets.stream()
                .filter(sheet -> isLate(sheet, clock.instant()))
                .collect(Collectors.toMap(sheet -> sheet.id().value(), Function.identity()));
    }

    static boolean isLate(OrderSheet sheet, Instant now) {
        var until = sheet.pickupUntil();
        return sheet.status() == OrderStatus.CONFIRMED && until != null && until.isBefore(now);
    }
}
