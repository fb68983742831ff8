package tuanju.pickup.lists;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.member.SignedIn;
import tuanju.pickup.Arrangement;
import tuanju.pickup.CycleLists;
import tuanju.pickup.LedCycles;
import tuanju.pickup.PickupSheets;
import tuanju.pickup.Stops;
import tuanju.pickup.printing.ListChange;
import tuanju.pickup.printing.PrintedLists;
import tuanju.pickup.printing.PrintedLists.Printed;

/** A cycle's lists as JSON, for the leader of that cycle. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/cycles/{code}/lists")
class PickupListResource {

    private final LedCycles cycles;
    private final PickupSheets sheets;
    private final PrintedLists prints;
    private final Stops stops;

    @GetMapping("/{arrangement:by-[a-z]+}")
    ListView list(@AuthenticationPrincipal SignedIn me, @PathVariable String code, @PathVariable String arrangement) {
        var wanted = Arrangement.of(arrangement);
        var lists = proven(me, code);
        return ListView.of(lists.arranged(wanted), lists.standing().version());
    }

    @GetMapping("/pack-matrix")
    DropViews.Matrix matrix(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        var lists = proven(me, code);
        return DropViews.Matrix.of(lists);
    }

    @GetMapping("/labels")
    DropViews.Labels labels(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        return DropViews.Labels.of(proven(me, code));
    }

    @GetMapping("/delivery-notes")
    DropViews.Deliveries deliveries(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        return DropViews.Deliveries.of(proven(me, code));
    }

    @GetMapping("/driver-sheet")
    DropViews.Route route(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        var lists = proven(me, code);
        return DropViews.Route.of(stops.of(lists), lists);
    }

    /** What changed since each list was last printed. */
    @GetMapping("/changes")
    Changes changes(@AuthenticationPrincipal SignedIn me, @PathVariable String code) {
        var lists = proven(me, code);
        return new Changes(
                lists.standing().version(),
                prints.of(lists).stream().map(Print::of).toList());
    }

    /** The version that holds now, and the last print of each kind. */
    record Changes(String version, List<Print> prints) {}

    /** A print and what changed since; nothing when it still holds. */
    record Print(String list, String form, String version, Instant printedAt, List<ListChange> changes) {
        static Print of(Printed printed) {
            var print = printed.print();
            return new Print(print.kind().path(), print.form().name(), print.version(), print.at(), printed.changes());
        }
    }

    private CycleLists proven(SignedIn me, String code) {
        return sheets.proven(cycles.of(me.member(), code));
    }
}
