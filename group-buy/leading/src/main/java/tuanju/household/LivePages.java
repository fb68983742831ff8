package tuanju.household;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.deputy.Right;
import tuanju.live.LiveTopics;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderStep.Mark;

/** What others do at the same table, seen within seconds: who did what last, and that rows are to be looked at again. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{code}/households")
class LivePages {

    private final OrderCycles cycles;
    private final HouseholdTable table;
    private final LiveTopics topics;

    @GetMapping(path = "/live", produces = TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, HttpServletRequest request) {
        var cycle = cycles.helpedBy(me.member(), code, Right.ORDERS);
        return topics.listen(cycle.householdsTopic(), request);
    }

    /** The last act, and a word that is another one as soon as any row is. */
    @GetMapping("/last")
    String last(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, Model model) {
        var rows = table.of(cycles.helpedBy(me.member(), code, Right.ORDERS));
        model.addAttribute("row", lastDone(rows));
        model.addAttribute("state", state(rows));
        return "household/_last :: last(row=${row},state=${state})";
    }

    static @Nullable HouseholdRow lastDone(List<HouseholdRow> rows) {
        return rows.stream()
                .filter(it -> it.last() != null)
                .max(Comparator.comparing(
                        it -> Objects.requireNonNull(it.last()).at()))
                .orElse(null);
    }

    static String state(List<HouseholdRow> rows) {
        var all = rows.stream().map(LivePages::state).collect(Collectors.joining("\n"));
        return Integer.toHexString(all.hashCode());
    }

    private static String state(HouseholdRow row) {
        @Nullable Mark last = row.last();
        return row.key()
                + row.door()
                + row.dues()
                + row.byHand()
                + row.state()
                + row.pieces()
                + row.point()
                + row.on().stream().sorted().toList()
                + (last == null ? "" : last.at());
    }
}
