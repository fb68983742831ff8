package tuanju.complaint;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OpenEnds;
import tuanju.money.Money;

/** Complaints about a cycle's goods that nobody has answered. */
@Component
@Order(20)
@RequiredArgsConstructor
class ComplaintsLeft implements OpenEnds {

    private final ComplaintLists lists;

    @Override
    public List<OpenEnd> of(CycleCard cycle) {
        var waiting = lists.ofSource(cycle.community(), cycle.id()).stream()
                .filter(ComplaintCard::waiting)
                .toList();
        var asked = waiting.stream().map(it -> it.about().asked()).reduce(Money.ZERO, Money::plus);
        return waiting.isEmpty()
                ? List.of()
                : List.of(new OpenEnd("complaints", "complaint.open-end", waiting.size(), asked));
    }
}
