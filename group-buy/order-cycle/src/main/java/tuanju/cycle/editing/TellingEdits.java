package tuanju.cycle.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.notification.Notification;
import tuanju.order.Buyers;
import tuanju.order.Buyers.Bought;

/** Tells those whose orders a change touches what it is for them, in one message each. Joins the caller's transaction. */
@Component
@RequiredArgsConstructor
class TellingEdits {

    private final Buyers buyers;

    void tell(CycleCard cycle, Preview preview) {
        var touched = preview.orders().stream()
                .collect(Collectors.toMap(it -> it.sheet().id(), Function.identity()));
        buyers.tell(
                cycle.community(),
                touched.keySet(),
                it -> told(cycle, it, Objects.requireNonNull(touched.get(it.id()))));
    }

    private static Notification told(CycleCard cycle, Bought order, Preview.Touched touched) {
        var words = new ArrayList<String>();
        var arguments = new ArrayList<Object>(List.of(cycle.title(), touched.less()));
        if (!touched.less().isZero()) {
            words.add(
                    touched.byHand().isZero() ? touched.isWaiting() ? "cheaper-unpaid" : "cheaper" : "cheaper-by-hand");
        }
        var to = touched.to();
        if (to != null) {
            words.add("moved");
        }
        arguments.add(to == null ? order.pickup() : to.place().name());
        arguments.add(to == null ? cycle.pickupFrom() : to.from());
        arguments.add(cycle.cutOff());
        if (touched.sooner() && to == null) {
            words.add("sooner");
        }
        return new Notification(
                "cycle:" + cycle.id() + ":edit-" + cycle.turns().edition() + ":" + order.code(),
                "cycle.told.edit." + String.join(".", words),
                order.page(),
                arguments);
    }
}
