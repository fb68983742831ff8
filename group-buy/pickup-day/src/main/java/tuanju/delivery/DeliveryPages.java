package tuanju.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.delivery.Delivering.Chosen;
import tuanju.delivery.Delivering.Seen;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.member.SignedIn;
import tuanju.pickup.PickupOrder;

/** The last mile on a phone: which bags are carried to their doors, and ticking them off on the way. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{cycle}/delivery")
class DeliveryPages {

    private final Desks desks;
    private final RunSheets sheets;
    private final Delivering delivering;
    private final Commands commands;
    private final FormProblems problems;
    private final MessageSource messages;

    /** Which bag of which cycle. */
    record Place(String cycle, String bag) {}

    /**
     * Which of its orders the page named, where they were left (a button's words, or what was typed), and the pickup point
     * it was fetched from.
     */
    record Ticked(
            @Nullable List<String> order,
            @Nullable String leftAt,
            @Nullable UUID seenAt) {
        Seen of(Place place) {
            return new Seen(place.bag(), order == null ? List.of() : order, seenAt);
        }
    }

    /** What was delivered, for the bar that takes it back. */
    record Given(String door, List<String> orders) {}

    @GetMapping
    String sheet(@AuthenticationPrincipal SignedIn me, @PathVariable String cycle, Model model) {
        describe(desks.ofCycle(me.member(), cycle), model);
        model.addAttribute("active", "desk");
        return "delivery/sheet";
    }

    /** What changes on the way, for pages that listen. */
    @GetMapping("/walk")
    String walk(@AuthenticationPrincipal SignedIn me, @PathVariable String cycle, Model model) {
        describe(desks.ofCycle(me.member(), cycle), model);
        return "delivery/_walk :: walk(sheet=${sheet}, here=${here}, path=${path}, printed=${printed})";
    }

    @GetMapping("/doors")
    String choose(@AuthenticationPrincipal SignedIn me, @PathVariable String cycle, Model model) {
        var desk = desks.ofCycle(me.member(), cycle);
        model.addAttribute("plan", sheets.plan(desk));
        model.addAttribute("here", here(desk));
        model.addAttribute("active", "desk");
        model.addAttribute("hasAction", true);
        return "delivery/doors";
    }

    @PostMapping("/doors")
    String chosen(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String cycle,
            @RequestParam(defaultValue = "") Set<String> shown,
            @RequestParam(defaultValue = "") Set<String> wanted,
            RedirectAttributes redirect,
            Locale locale) {
        var desk = desks.ofCycle(me.member(), cycle);
        int gone = delivering.choose(desk, new Chosen(shown, wanted));
        if (gone > 0) {
            redirect.addFlashAttribute("flashError", messages.getMessage("delivery.gone", new Object[] {gone}, locale));
        }
        return "redirect:" + here(desk) + (gone > 0 ? "/doors" : "");
    }

    @PostMapping("/doors/{bag}/handovers")
    String deliver(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            Ticked ticked,
            CommandKey key,
            RedirectAttributes redirect) {
        var desk = desks.ofCycle(me.member(), place.cycle());
        try {
            var given = commands.once(
                            key,
                            Given.class,
                            () -> given(delivering.deliver(desk, ticked.of(place), LeftWith.read(ticked.leftAt()))))
                    .value();
            redirect.addFlashAttribute("handedUndo", here(desk) + "/doors/" + place.bag() + "/undos");
            redirect.addFlashAttribute("handedDoor", given.door());
            redirect.addFlashAttribute("handedOrders", given.orders());
        } catch (Refusal refusal) {
            refused(refusal, redirect);
        }
        return "redirect:" + here(desk) + "#d-" + place.bag();
    }

    @PostMapping("/doors/{bag}/undos")
    String undo(@AuthenticationPrincipal SignedIn me, Place place, Ticked ticked, RedirectAttributes redirect) {
        var desk = desks.ofCycle(me.member(), place.cycle());
        try {
            delivering.undo(desk, ticked.of(place));
            redirect.addFlashAttribute("flashOk", "delivery.undone");
        } catch (Refusal refusal) {
            refused(refusal, redirect);
        }
        return "redirect:" + here(desk) + "#d-" + place.bag();
    }

    /** One building of the way goes one up or one down. */
    enum Move {
        UP,
        DOWN
    }

    /** The building that moved, once however often the button was sent. */
    record Moved(String building) {}

    @PostMapping("/buildings")
    String move(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String cycle,
            @RequestParam String building,
            @RequestParam Move move,
            CommandKey key) {
        var desk = desks.ofCycle(me.member(), cycle);
        commands.once(key, Moved.class, () -> {
            delivering.move(desk, building, move == Move.UP);
            return new Moved(building);
        });
        return "redirect:" + here(desk);
    }

    /** What belongs to somebody else is not found; everything else is said on the sheet. */
    private void refused(Refusal refusal, RedirectAttributes redirect) {
        if (refusal.getStatus() == 404 && !(refusal instanceof NotOnRunSheet)) {
            throw refusal;
        }
        redirect.addFlashAttribute("flashError", problems.sentence(refusal));
    }

    private static Given given(LookingAtDesks.Chosen chosen) {
        return new Given(
                chosen.door(), chosen.orders().stream().map(PickupOrder::code).toList());
    }

    private void describe(Desk desk, Model model) {
        var sheet = sheets.of(desk);
        model.addAttribute("sheet", sheet);
        model.addAttribute("printed", sheet.printed());
        model.addAttribute(
                "cycleTitle", desk.cycle() == null ? "" : desk.cycle().title());
        model.addAttribute("path", desk.path());
        model.addAttribute("here", here(desk));
    }

    static String here(Desk desk) {
        return desk.path().replaceFirst("/desk$", "/delivery");
    }
}
