package tuanju.pickup.lists;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.member.SignedIn;
import tuanju.pickup.Arrangement;
import tuanju.pickup.CycleLists;
import tuanju.pickup.LedCycles;
import tuanju.pickup.ListKind;
import tuanju.pickup.PickupSheets;
import tuanju.pickup.Stops;

/** A cycle's lists on screen, at the folding table. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{code}/lists")
class PickupListPages {

    private final LedCycles cycles;
    private final PickupSheets sheets;
    private final Stops stops;
    private final ListHeads heads;

    @GetMapping
    String first(@PathVariable String code) {
        return "redirect:/lead/cycles/{code}/lists/by-room";
    }

    @GetMapping("/{arrangement:by-[a-z]+}")
    String list(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @PathVariable String arrangement,
            @RequestParam(required = false) @Nullable String building,
            Model model,
            Locale locale) {
        var wanted = Arrangement.of(arrangement);
        var lists = open(new Looker(me, code, locale), ListKind.of(wanted), model);
        var whole = lists.arranged(wanted);
        var shown = building == null ? whole : lists.sheet().only(building).arranged(wanted);
        model.addAttribute("list", ListView.of(shown, lists.standing().version()));
        model.addAttribute("buildings", buildings(lists));
        model.addAttribute("chosen", building);
        return "pickup/list";
    }

    @GetMapping("/pack-matrix")
    String matrix(@AuthenticationPrincipal SignedIn me, @PathVariable String code, Model model, Locale locale) {
        var lists = open(new Looker(me, code, locale), ListKind.PACK_MATRIX, model);
        model.addAttribute("matrix", DropViews.Matrix.of(lists));
        return "pickup/matrix";
    }

    @GetMapping("/labels")
    String labels(@AuthenticationPrincipal SignedIn me, @PathVariable String code, Model model, Locale locale) {
        var lists = open(new Looker(me, code, locale), ListKind.LABELS, model);
        model.addAttribute("labels", DropViews.Labels.of(lists).labels());
        return "pickup/labels";
    }

    @GetMapping("/delivery-notes")
    String deliveries(@AuthenticationPrincipal SignedIn me, @PathVariable String code, Model model, Locale locale) {
        var lists = open(new Looker(me, code, locale), ListKind.DELIVERY_NOTES, model);
        model.addAttribute("deliveries", DropViews.Deliveries.of(lists).points());
        return "pickup/deliveries";
    }

    @GetMapping("/driver-sheet")
    String route(@AuthenticationPrincipal SignedIn me, @PathVariable String code, Model model, Locale locale) {
        var lists = open(new Looker(me, code, locale), ListKind.DRIVER_SHEET, model);
        model.addAttribute("stops", DropViews.Route.of(stops.of(lists), lists).stops());
        return "pickup/route";
    }

    /** What changed since each list was printed. */
    @GetMapping("/changes")
    String changes(@AuthenticationPrincipal SignedIn me, @PathVariable String code, Model model, Locale locale) {
        var lists = open(new Looker(me, code, locale), ListKind.BY_ROOM, model);
        model.addAttribute("printed", heads.printed(lists));
        return "pickup/changes";
    }

    private record Looker(SignedIn me, String code, Locale locale) {}

    private CycleLists open(Looker looker, ListKind kind, Model model) {
        var lists = sheets.proven(cycles.of(looker.me().member(), looker.code()));
        model.addAttribute("head", heads.of(lists, kind, looker.locale()));
        model.addAttribute("active", "lists");
        return lists;
    }

    /** A building to choose; unknown ones have an empty label. */
    record Choice(String label, int households) {}

    private static List<Choice> buildings(CycleLists lists) {
        return lists.sheet().byBuilding().entrySet().stream()
                .map(held -> new Choice(held.getKey().label(), held.getValue().size()))
                .toList();
    }
}
