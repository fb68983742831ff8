package tuanju.desk.handover;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.command.TooMany;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.live.LiveTopics;
import tuanju.member.SignedIn;

/** The desk on a phone: one cycle's, or everything that waits at the leader's points today. */
@Controller
@RequiredArgsConstructor
@RequestMapping({"/lead/cycles/{cycle}/desk", "/lead/desk"})
class DeskPages {

    private static final int LONGEST_WORDS = 60;

    private final Desks desks;
    private final LookingAtDesks looking;
    private final FindingBags finding;
    private final LiveTopics live;
    private final FormProblems problems;

    @GetMapping
    String desk(
            @AuthenticationPrincipal SignedIn me, @PathVariable(required = false) @Nullable String cycle, Model model) {
        var open = open(me, cycle);
        describe(open, model);
        var first = open.getFirst();
        model.addAttribute(
                "deskTitle", first.cycle() == null ? null : first.cycle().title());
        model.addAttribute("cycle", cycle);
        model.addAttribute("path", first.path());
        model.addAttribute("active", "desk");
        return "desk/desk";
    }

    /** What changes while people hand over, for pages that listen. */
    @GetMapping("/bags")
    String bags(
            @AuthenticationPrincipal SignedIn me, @PathVariable(required = false) @Nullable String cycle, Model model) {
        describe(open(me, cycle), model);
        return "desk/_bags :: bags(desks=${desks})";
    }

    @GetMapping("/live")
    @ResponseBody
    SseEmitter live(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable(required = false) @Nullable String cycle,
            HttpServletRequest request) {
        return live.listen(open(me, cycle).getFirst().topic(), request);
    }

    /**
     * A code was typed or scanned: its bag opens. It travels in the body, so that no address or log keeps it. What can be no
     * code is a door or a name, and looked for in the table of households.
     */
    @PostMapping("/codes")
    String open(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable(required = false) @Nullable String cycle,
            @RequestParam String pickupCode,
            RedirectAttributes redirect) {
        var open = open(me, cycle);
        var words = pickupCode.strip();
        boolean canBeWords = !words.isEmpty() && words.length() <= LONGEST_WORDS;
        if (canBeWords && PickupCode.read(words).isEmpty()) {
            return households(words);
        }
        try {
            var found = finding.find(open, pickupCode);
            return "redirect:" + found.desk().path() + "/bags/" + found.order().code();
        } catch (UnknownPickupCode refusal) {
            // 12-1602 could be a code as well
            return canBeWords && !isPlain(words) ? households(words) : refused(refusal, open, redirect);
        } catch (BagOfAnotherDay | BagOfAnotherLeader | BagNotForHandover | AlreadyHandedOver | TooMany refusal) {
            return refused(refusal, open, redirect);
        }
    }

    private String refused(Refusal refusal, List<Desk> open, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flashError", problems.sentence(refusal));
        return "redirect:" + open.getFirst().path();
    }

    private static boolean isPlain(String words) {
        return words.chars().allMatch(Character::isLetterOrDigit);
    }

    /** What is no code is a door or a name. */
    private static String households(String words) {
        var table = UriComponentsBuilder.fromPath("/lead/desk/households").queryParam("q", "{words}");
        return "redirect:" + table.encode().buildAndExpand(words).toUriString();
    }

    private List<Desk> open(SignedIn me, @Nullable String cycle) {
        return cycle == null ? desks.ofToday(me.member()) : List.of(desks.ofCycle(me.member(), cycle));
    }

    private void describe(List<Desk> open, Model model) {
        model.addAttribute("desks", open.stream().map(looking::look).toList());
    }
}
