package tuanju.pickup.printing;

import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.community.Communities;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleNotes;
import tuanju.cycle.CycleStatus;
import tuanju.page.Dates;
import tuanju.pickup.LedCycle;
import tuanju.pickup.PickupSheets;
import tuanju.pickup.printing.PrintedLists.Printed;

/** Says on a cycle's page that paper somebody holds is out of date. */
@Component
@Order(10)
@RequiredArgsConstructor
class PrintNotes implements CycleNotes {

    private final ListPrints prints;
    private final PrintedLists printed;
    private final PickupSheets sheets;
    private final Communities communities;
    private final Dates dates;

    @Override
    public List<CycleNote> of(CycleCard cycle) {
        if (cycle.status() == CycleStatus.DONE || prints.latest(cycle).isEmpty()) {
            return List.of();
        }
        var lists = sheets.lists(new LedCycle(communities.get(cycle.community()), cycle));
        return printed.of(lists).stream()
                .filter(Printed::isOutOfDate)
                .min(Comparator.comparing(old -> old.print().at()))
                .map(old -> note(cycle, old))
                .stream()
                .toList();
    }

    private CycleNote note(CycleCard cycle, Printed old) {
        return new CycleNote(
                "pickup.note.out-of-date",
                List.of(dates.when(old.print().at()), old.changes().size()),
                "/lead/cycles/" + cycle.code() + "/lists/changes");
    }
}
