package tuanju.desk.handover;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.desk.BagAtAnotherPoint;
import tuanju.desk.BagNotForToday;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.member.SignedIn;

/** All bags of a building at once, when a helper carries them up. */
@Controller
@RequiredArgsConstructor
@RequestMapping({"/lead/cycles/{cycle}/desk/bags/{bag}/building", "/lead/desk/bags/{bag}/building"})
class BuildingPages {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final HandingOverBuildings buildings;
    private final Commands commands;
    private final MessageSource messages;
    private final FormProblems problems;

    /** The building of this bag at which desk. */
    record Place(@Nullable String cycle, String bag) {}

    /** Which orders the page named, at which point it showed them, and who carries them or where they are left. */
    record Wanted(
            @Nullable List<String> order,
            @Nullable UUID seenAt,
            @Nullable String leftWith) {
        List<String> named() {
            return order == null ? List.of() : order;
        }
    }

    /** What was handed over, and how many bags somebody else was quicker with. */
    record Given(List<String> orders, int late) {}

    @GetMapping
    String confirm(@AuthenticationPrincipal SignedIn me, Place place, Model model) {
        var desk = desks.of(me.member(), place.cycle(), place.bag());
        var bag = looking.household(desk, place.bag());
        var waiting = buildings.waiting(desk, place.bag());
        model.addAttribute(
                "bags", waiting.stream().filter(it -> it.open().isZero()).toList());
        model.addAttribute(
                "unpaid", waiting.stream().filter(it -> !it.open().isZero()).toList());
        model.addAttribute("building", bag.building().label());
        model.addAttribute("point", bag.point());
        model.addAttribute("here", desk.path() + "/bags/" + place.bag() + "/building");
        model.addAttribute("path", desk.path());
        model.addAttribute("active", "desk");
        model.addAttribute("hasAction", true);
        return "desk/building";
    }

    @PostMapping("/handovers")
    String handOver(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            Wanted wanted,
            CommandKey key,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.of(me.member(), place.cycle(), place.bag());
        Given given;
        try {
            given = commands.once(key, Given.class, () -> give(desk, place, wanted))
                    .value();
        } catch (BagAtAnotherPoint | BagDecided | BagNotForToday | BagNotPaid meanwhile) {
            redirect.addFlashAttribute("flashError", problems.sentence(meanwhile));
            return "redirect:" + desk.path();
        }
        if (given.late() > 0) {
            redirect.addFlashAttribute("flashError", say("desk.building.late", locale, given.late()));
        }
        if (!given.orders().isEmpty()) {
            var building = looking.building(desk, place.bag()).getFirst().building();
            redirect.addFlashAttribute("handedUndo", desk.path() + "/bags/" + place.bag() + "/building/undos");
            redirect.addFlashAttribute(
                    "handedDoor",
                    say(
                            "desk.building.bags",
                            locale,
                            building.label(),
                            given.orders().size()));
            redirect.addFlashAttribute("handedOrders", given.orders());
        }
        return "redirect:" + desk.path();
    }

    @PostMapping("/undos")
    String undo(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            Wanted wanted,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.of(me.member(), place.cycle(), place.bag());
        try {
            var orders = buildings.undo(desk, place.bag(), wanted.named());
            redirect.addFlashAttribute("flashOk", say("desk.building.undone", locale, orders.size()));
        } catch (NotHandedOver refusal) {
            redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + desk.path();
    }

    private Given give(Desk desk, Place place, Wanted wanted) {
        var giving = new Giving(LeftWith.read(wanted.leftWith()), wanted.seenAt(), false);
        var given = buildings.handOver(desk, place.bag(), wanted.named(), giving);
        return new Given(given.orders(), given.late());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
