package tuanju.cycle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.order.Buyers;
import tuanju.order.Buyers.Bought;
import tuanju.order.aftersale.CalledOff;

/** Tells everybody who ordered in a cycle, and its leader, what became of it; hearing it twice tells them once. */
@Component
@RequiredArgsConstructor
public class TellingCycles {

    private final Buyers buyers;
    private final CalledOff calledOff;
    private final Notifications notifications;
    private final OrderCycles cycles;
    private final Clock clock;

    /** Everyone may still leave without cost, and is told so. */
    @ApplicationModuleListener
    void on(CycleExtended event) {
        var cycle = cycles.byId(event.community(), event.cycle());
        buyers.tellAll(
                event.community(), event.cycle(), it -> told(cycle, it, "extended", cycle.title(), event.cutOff()));
    }

    /** Each buyer is told when their own money goes back, with the reason and how much. */
    @ApplicationModuleListener
    void on(CycleLapsed event) {
        var cycle = cycles.byId(event.community(), event.cycle());
        tellLeader(cycle, "lapsed-leader", cycle.title());
    }

    @ApplicationModuleListener
    void on(CycleClosed event) {
        var cycle = cycles.byId(event.community(), event.cycle());
        tellLeader(cycle, "closed", cycle.title());
    }

    /** The goods are here: where and when each who has paid collects them. Joins the caller's transaction. */
    public void arrived(CycleCard cycle) {
        buyers.tell(
                cycle.community(),
                calledOff.held(cycle.community(), cycle.id()),
                it -> arrived(cycle, it, from(cycle, it)));
    }

    /** From when they may come; where they may already, no hour that is over. */
    private Notification arrived(CycleCard cycle, Bought order, Instant from) {
        return from.isAfter(clock.instant())
                ? told(cycle, order, "arrived", cycle.title(), order.pickup(), from)
                : new Notification(
                        "cycle:" + cycle.id() + ":arrived:" + order.code(),
                        "cycle.told.arrived-now",
                        order.page(),
                        List.of(cycle.title(), order.pickup()));
    }

    /** It is short of its minimum: its leader has until then to give it a day more. Joins the caller's transaction. */
    public void isShort(CycleCard cycle, Instant decideBy) {
        tellLeader(cycle, "short", cycle.title(), decideBy);
    }

    private static Instant from(CycleCard cycle, Bought order) {
        return Objects.requireNonNullElse(order.from(), cycle.pickupFrom());
    }

    private static Notification told(CycleCard cycle, Bought order, String step, Object... arguments) {
        var subject = "cycle:" + cycle.id() + ":" + step + ":" + order.code();
        return new Notification(subject, "cycle.told." + step, order.page(), List.of(arguments));
    }

    private void tellLeader(CycleCard cycle, String step, Object... arguments) {
        notifications.tell(
                cycle.leader(),
                new Notification(
                        "cycle:" + cycle.id() + ":" + step,
                        "cycle.told." + step,
                        "/lead/cycles/" + cycle.code(),
                        List.of(arguments)));
    }
}
