package tuanju.desk.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormFields;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;
import tuanju.desk.BagAtAnotherPoint;
import tuanju.desk.BagNotForToday;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LeftWith;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.LookingAtDesks.Choice;
import tuanju.member.SignedIn;
import tuanju.order.fulfilment.HandedPieces;
import tuanju.order.fulfilment.NotThatManyLeft;

/** Handing over some pieces of a bag while the rest comes later. */
@Controller
@RequiredArgsConstructor
@RequestMapping({"/lead/cycles/{cycle}/desk/bags/{bag}/parts", "/lead/desk/bags/{bag}/parts"})
class PartPages {

    private final Desks desks;
    private final LookingAtDesks looking;
    private final HandingOverParts handingOver;
    private final Commands commands;
    private final FormProblems problems;

    /** Which order of which bag at which desk. */
    record Place(@Nullable String cycle, String bag, String order) {}

    /** Whether nothing is left now. */
    record Given(boolean whole) {}

    @PostMapping
    String give(
            @AuthenticationPrincipal SignedIn me,
            Place place,
            @RequestParam @FormFields({"product", "spec", "pieces", "seenAt", "sure", "payment", "dueFen"})
                    MultiValueMap<String, String> form,
            CommandKey key,
            RedirectAttributes redirect) {
        var desk = desks.of(me.member(), place.cycle(), place.bag());
        try {
            var pieces = pieces(form);
            if (pieces.isEmpty()) {
                redirect.addFlashAttribute("flashError", "desk.part.none");
                return back(desk, place);
            }
            var giving = new Giving(LeftWith.NOBODY, seenAt(form), "true".equals(form.getFirst("sure")), said(form));
            var given = commands.once(key, Given.class, () -> give(desk, place, pieces, giving))
                    .value();
            redirect.addFlashAttribute("flashOk", given.whole() ? "desk.part.whole" : "desk.part.done");
        } catch (Invalid
                | AlreadyHandedOver
                | BagDecided
                | BagAtAnotherPoint
                | BagNotForToday
                | BagNotPaid
                | NotThatManyLeft refusal) {
            redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return back(desk, place);
    }

    @PostMapping("/undos")
    String undo(
            @AuthenticationPrincipal SignedIn me, Place place, @RequestParam UUID part, RedirectAttributes redirect) {
        var desk = desks.of(me.member(), place.cycle(), place.bag());
        try {
            handingOver.undo(desk, order(desk, place), part);
            redirect.addFlashAttribute("flashOk", "desk.bag.undone");
        } catch (AlreadyHandedOver | NotHandedOver refusal) {
            redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return back(desk, place);
    }

    private Given give(Desk desk, Place place, List<HandedPieces> pieces, Giving giving) {
        return new Given(handingOver.give(desk, order(desk, place), pieces, giving));
    }

    /** The point where the page showed the bag; null where it does not say, or says what no page of ours would. */
    private static @Nullable UUID seenAt(MultiValueMap<String, String> form) {
        var typed = form.getFirst("seenAt");
        return typed == null || !typed.matches("[0-9a-f-]{36}") ? null : UUID.fromString(typed);
    }

    /** What the page says of what is not paid; nothing where it says what no page of ours would. */
    private static OpenDue said(MultiValueMap<String, String> form) {
        var payment = Objects.requireNonNullElse(form.getFirst("payment"), "");
        var fen = Objects.requireNonNullElse(form.getFirst("dueFen"), "");
        boolean isSaid =
                Stream.of(OpenDue.Payment.values()).anyMatch(it -> it.name().equals(payment));
        return isSaid && fen.matches("[0-9]{1,12}")
                ? new OpenDue(OpenDue.Payment.valueOf(payment), Long.valueOf(fen))
                : OpenDue.UNSAID;
    }

    private UUID order(Desk desk, Place place) {
        return looking.choose(desk, place.bag(), new Choice(false, List.of(place.order())))
                .ids()
                .getFirst();
    }

    /** The products as the page named them, with so many whole pieces each; none of a product leaves it out. */
    private static List<HandedPieces> pieces(MultiValueMap<String, String> form) {
        var products = form.getOrDefault("product", List.of());
        var specs = form.getOrDefault("spec", List.of());
        var pieces = form.getOrDefault("pieces", List.of());
        var wanted = new ArrayList<HandedPieces>();
        for (int at = 0; at < Math.min(products.size(), Math.min(specs.size(), pieces.size())); at++) {
            var typed = pieces.get(at).strip();
            if (typed.isEmpty()) {
                continue;
            }
            if (!typed.matches("[0-9]{1,4}")) {
                throw new Invalid("pieces", "part-pieces", products.get(at));
            }
            if (Integer.parseInt(typed) > 0) {
                wanted.add(new HandedPieces(products.get(at), specs.get(at), Integer.parseInt(typed)));
            }
        }
        return wanted;
    }

    private static String back(Desk desk, Place place) {
        return "redirect:" + desk.path() + "/bags/" + place.bag();
    }
}
