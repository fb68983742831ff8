package tuanju.board;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleNotes;

/** Says on a cycle's page that its money does not add up; silent while it does. */
@Component
@Order(20)
@RequiredArgsConstructor
class MoneyNotes implements CycleNotes {

    private final Boards boards;

    @Override
    public List<CycleNote> of(CycleCard cycle) {
        var money = boards.moneyOf(cycle);
        return money.addsUp()
                ? List.of()
                : List.of(new CycleNote(
                        "board.note.differs",
                        List.of(money.by().toString()),
                        "/lead/cycles/" + cycle.code() + "/board"));
    }
}
