package tuanju.desk.handover;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.desk.BagAtAnotherPoint;
import tuanju.desk.BagNotForToday;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
import tuanju.member.SignedIn;
import tuanju.pickup.PickupOrder;

/** One household's bag at the desk: its checklist, handing it over, taking that back. */
@Controller
@RequiredArgsConstructor
@RequestMapping({"/lead/cycles/{cycle}/desk/bags/{bag}", "/lead/desk/bags/{bag}"})
class BagPages {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final HandingOver handingOver;
    private final Commands commands;
    private final FormProblems problems;

    /** Which bag (by the code of one of its orders) at which desk. */
    record Place(@Nullable String cycle, String bag) {}

    /**
     * Which orders of the bag; none named means all. At which point they were seen, where they are left, if nobody takes
     * them, and whether somebody said yes to what is not this day's, and what was said of what is not paid.
     */
    record Wanted(
            @Nullable List<String> order,
            @Nullable UUID seenAt,
            @Nullable String leftAt,
            @Nullable String leftWith,
            @Nullable Boolean sure,
            OpenDue.@Nullable Payment payment,
            @Nullable Long dueFen) {
        List<String> named() {
            return order == null ? List.of() : order;
        }

        /** Where it is left: a button with a usual place, or what was typed. */
        LeftWith left() {
            return LeftWith.read(leftAt == null || leftAt.isBlank() ? leftWith : leftAt);
        }

        Giving giving() {
            return new Giving(left(), seenAt, Giving.isYes(sure), new OpenDue(payment, dueFen));
        }
    }

    /** What was handed over, for the bar that takes it back. */
    record Given(String door, List<String> orders) {}

    @GetMapping
    String bag(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model) {
        var desk = desk(me, place);
        var bag = looking.bag(desk, place.bag());
        boolean asks = !bag.doubts().isEmpty() && !sure;
        model.addAttribute("asks", asks);
        model.addAttribute("sure", sure);
        model.addAttribute("bag", bag);
        model.addAttribute("path", desk.path());
        model.addAttribute("own", desk.isOwn());
        model.addAttribute("active", "desk");
        model.addAttribute("hasAction", bag.waits() && !asks);
        return "desk/bag";
    }

    @PostMapping("/handovers")
    String handOver(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            Wanted wanted,
            CommandKey key,
            RedirectAttributes redirect) {
        var desk = desk(me, place);
        try {
            var given = commands.once(key, Given.class, () -> give(desk, place, wanted))
                    .value();
            redirect.addFlashAttribute("handedUndo", desk.path() + "/bags/" + place.bag() + "/undos");
            redirect.addFlashAttribute("handedDoor", given.door());
            redirect.addFlashAttribute("handedOrders", given.orders());
            return "redirect:" + desk.path();
        } catch (AlreadyHandedOver | BagAtAnotherPoint refusal) {
            return refused(refusal, desk.path(), redirect);
        } catch (BagDecided | BagNotForToday | BagNotPaid refusal) {
            return refused(refusal, desk.path() + "/bags/" + place.bag(), redirect);
        }
    }

    @PostMapping("/undos")
    String undo(@AuthenticationPrincipal SignedIn me, Place place, Wanted wanted, RedirectAttributes redirect) {
        var desk = desk(me, place);
        var bag = desk.path() + "/bags/" + place.bag();
        try {
            var chosen = looking.choose(desk, place.bag(), new Choice(true, wanted.named()));
            handingOver.undo(desk, chosen.ids());
            redirect.addFlashAttribute("flashOk", "desk.bag.undone");
            return "redirect:" + bag;
        } catch (NotHandedOver refusal) {
            return refused(refusal, bag, redirect);
        }
    }

    private Given give(Desk desk, Place place, Wanted wanted) {
        var chosen = looking.choose(desk, place.bag(), new Choice(false, wanted.named()));
        handingOver.handOver(desk, chosen.ids(), wanted.giving());
        return new Given(
                chosen.door(), chosen.orders().stream().map(PickupOrder::code).toList());
    }

    private String refused(Refusal refusal, String where, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        return "redirect:" + where;
    }

    private Desk desk(SignedIn me, Place place) {
        return desks.of(me.member(), place.cycle(), place.bag());
    }
}
