package tuanju.upkeep;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.Invalid;
import tuanju.command.Problems;
import tuanju.member.SignedIn;

/** The operator's page about the program itself. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/operate/program")
class ProgramPages {

    private static final String HERE = "redirect:/operate/program";

    private final ProgramWatch watch;
    private final Looking looking;
    private final Releasing releasing;
    private final Unsticking unsticking;
    private final Problems problems;

    @GetMapping
    String program(Model model) {
        model.addAttribute("active", "program");
        model.addAttribute("program", watch.now());
        return "upkeep/program";
    }

    /** What changes of it, for the page that is open. */
    @GetMapping("/now")
    String now(Model model) {
        model.addAttribute("program", watch.now());
        return "upkeep/_now :: now";
    }

    /** Looks at one claim again, now that somebody has put it right. */
    @PostMapping("/looks")
    String look(@RequestParam String claim, RedirectAttributes flash) {
        boolean broken = looking.look(claim).isBroken();
        flash.addFlashAttribute(broken ? "flashError" : "flashOk", broken ? "upkeep.still-broken" : "upkeep.whole");
        return HERE;
    }

    @PostMapping("/events/{id}/tries")
    String tryEvent(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        unsticking.tryNow(id, me.member());
        flash.addFlashAttribute("flashOk", "upkeep.outbox.tried");
        return HERE;
    }

    @PostMapping("/events/{id}/removal")
    String giveUpEvent(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, RedirectAttributes flash) {
        unsticking.giveUp(id, me.member());
        flash.addFlashAttribute("flashOk", "upkeep.outbox.dropped");
        return HERE;
    }

    @PostMapping("/releases")
    String release(
            @RequestParam String claim,
            @RequestParam String reason,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        try {
            boolean leaves = releasing.release(claim, reason, me.member());
            flash.addFlashAttribute("flashOk", leaves ? "upkeep.released" : "upkeep.released.not-all");
        } catch (Invalid refusal) {
            flash.addFlashAttribute(
                    "flashError", problems.of(refusal).errors().getFirst().message());
        }
        return HERE;
    }
}
