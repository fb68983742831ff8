package tuanju.keeping;

import java.time.Instant;
import java.util.List;

/** Bags nobody came for: those kept, those whose time is over, and those decided about. */
record KeptView(List<KeptBag> kept, List<KeptBag> overdue, List<KeptBag> decided) {

    static KeptView of(List<KeptBag> bags, Instant now) {
        var waiting = bags.stream().filter(bag -> bag.decided() == null).toList();
        return new KeptView(
                waiting.stream().filter(bag -> bag.isKeptAt(now)).toList(),
                waiting.stream().filter(bag -> !bag.isKeptAt(now)).toList(),
                bags.stream().filter(bag -> bag.decided() != null).toList());
    }

    public int waiting() {
        return kept.size() + overdue.size();
    }
}
