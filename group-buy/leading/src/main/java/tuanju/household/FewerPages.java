package tuanju.household;

import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.ordering.CycleChanging;
import tuanju.member.SignedIn;

/** A leader takes fewer pieces of an order for whoever told them so; money goes back as it does when a buyer says it. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/lead/cycles/{code}/households/pieces")
class FewerPages {

    private final CycleChanging changing;
    private final Commands commands;
    private final FormProblems problems;

    /** Which product of which order, and how many pieces of it stay. */
    record Fewer(Code order, UUID product, int pieces) {}

    @PostMapping
    String fewer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            HouseholdWanted wanted,
            @RequestParam Code order,
            @RequestParam UUID product,
            @RequestParam int pieces,
            CommandKey key,
            RedirectAttributes flash) {
        try {
            commands.once(key.about(new Fewer(order, product, pieces)), String.class, () -> {
                changing.keepFor(me.member(), code, order, Map.of(product, pieces));
                return "kept";
            });
            flash.addFlashAttribute("flashOk", "household.fewer");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + wanted.query().at("/lead/cycles/" + code + "/households");
    }
}
