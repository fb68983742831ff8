package tuanju.pickup;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.member.SignedIn;
import tuanju.pickup.PickupSheets.ProvenList;

/** A cycle's lists on screen, at the folding table. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{code}/lists")
class PickupListPages {

    private final LedCycles cycles;
    private final PickupSheets sheets;
    private final MessageSource messages;

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
        var proven = sheets.proven(cycles.of(me.member(), code), Arrangement.of(arrangement));
        var shown = building == null ? proven.list() : proven.only(building);
        model.addAttribute("list", ListView.of(shown, Imprint.versionOf(proven.sheet())));
        model.addAttribute("whole", ListView.Sum.of(proven.list().sum()));
        model.addAttribute("buildings", buildings(proven));
        model.addAttribute("chosen", building);
        model.addAttribute("head", head(proven, new Words(messages, locale)));
        model.addAttribute("active", "lists");
        model.addAttribute("back", "/lead/cycles/" + code);
        return "pickup/list";
    }

    /** A building to choose; unknown ones have an empty label. */
    record Choice(String label, int households) {}

    /** What the page is about. */
    record Head(String code, String title, String place, int households, List<String> arrangements) {}

    private static List<Choice> buildings(ProvenList proven) {
        return proven.sheet().byBuilding().entrySet().stream()
                .map(held -> new Choice(held.getKey().label(), held.getValue().size()))
                .toList();
    }

    private static Head head(ProvenList proven, Words words) {
        var cycle = proven.of().cycle();
        var zone = proven.of().community().zone();
        var place = cycle.pickupPlace().name() + " · " + words.window(cycle.pickupFrom(), cycle.pickupUntil(), zone);
        var arrangements =
                List.of(Arrangement.values()).stream().map(Arrangement::path).toList();
        return new Head(
                cycle.code().value(),
                cycle.title(),
                place,
                proven.sheet().households().size(),
                arrangements);
    }
}
