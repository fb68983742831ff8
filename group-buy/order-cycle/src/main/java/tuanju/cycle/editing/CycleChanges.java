package tuanju.cycle.editing;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.cycle.CycleCard;
import tuanju.money.Money;
import tuanju.page.Dates;

/** What was changed of a cycle since it opened, in words for everybody who looks at it. */
@Component
@RequiredArgsConstructor
public class CycleChanges {

    private static final int SHOWN = 40;

    private final EditRows rows;
    private final Dates dates;

    /** One change: its words are {@code cycle.edit.what.<what>}, filled with what it is about, was and is. */
    public record Said(String what, String about, String was, String becomes, Instant at) {}

    /** The latest first; asks nobody for a cycle that was never changed. */
    public List<Said> of(CycleCard cycle) {
        return cycle.turns().edition() == 0
                ? List.of()
                : rows.of(cycle, SHOWN).stream()
                        .map(it -> said(it.change(), it.at()))
                        .toList();
    }

    /** What its leader says of it. */
    public String introduction(CycleCard cycle) {
        return cycle.turns().edition() == 0 ? "" : rows.introduction(cycle);
    }

    /** What would be changed. */
    public List<Said> of(List<Change> changes) {
        return changes.stream().map(it -> said(it, Instant.EPOCH)).toList();
    }

    private Said said(Change change, Instant at) {
        return new Said(
                change.what().name(), change.about(), shown(change, change.was()), shown(change, change.becomes()), at);
    }

    private String shown(Change change, String text) {
        if (text.isEmpty()) {
            return "";
        }
        return switch (change.what()) {
            case PRICE, GOODS_ADDED -> Money.ofFen(Long.parseLong(text)).toString();
            case CUT_OFF -> dates.when(Instant.parse(text));
            case PICKUP, POINT_ADDED, POINT_GONE -> {
                var times = text.split("/", 2);
                yield dates.span(Instant.parse(times[0]), Instant.parse(times[1]));
            }
            default -> text;
        };
    }
}
