package tuanju.pickup.printing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.pickup.CycleLists;
import tuanju.pickup.Standing;

/** Holds what was printed against what the orders say now. */
@Component
@RequiredArgsConstructor
public class PrintedLists {

    private final ListPrints prints;

    /** The last print of one kind, and everything that has changed since. */
    public record Printed(ListPrint print, List<ListChange> changes) {
        public Printed {
            changes = List.copyOf(changes);
        }

        public boolean isOutOfDate() {
            return !changes.isEmpty();
        }
    }

    /** Newest first; prints that said the same are compared once. */
    @Transactional(readOnly = true)
    public List<Printed> of(CycleLists lists) {
        var now = lists.standing();
        var fingerprint = now.fingerprint();
        Map<String, List<ListChange>> known = new HashMap<>(Map.of(fingerprint, List.of()));
        return prints.latest(lists.of().cycle()).stream()
                .map(print -> new Printed(
                        print, known.computeIfAbsent(print.fingerprint(), said -> changes(lists, said, now))))
                .toList();
    }

    private List<ListChange> changes(CycleLists lists, String said, Standing now) {
        return prints.standing(lists.of().cycle(), said)
                .map(was -> ListChanges.between(was, now))
                .orElse(List.of());
    }
}
