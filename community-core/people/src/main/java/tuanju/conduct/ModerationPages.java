package tuanju.conduct;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** Moderators of a community work through its queue. For everybody else it is not there. */
@Controller
@Order(47)
@RequiredArgsConstructor
class ModerationPages implements MeLinks {

    private final ModeratorsQueue queue;
    private final CaseModel cases;
    private final CaseActs acts;

    @GetMapping("/moderate")
    String all(@AuthenticationPrincipal SignedIn me, CasesAsked asked, Model model) {
        var page = queue.page(me.member(), asked);
        model.addAttribute("page", page);
        model.addAttribute("asked", asked);
        model.addAttribute("states", List.of("open", "held", "late", "appealed", "all"));
        model.addAttribute("state", asked.state() == null || asked.state().isBlank() ? "open" : asked.state());
        model.addAttribute("active", "me");
        return "conduct/queue";
    }

    @GetMapping("/moderate/{id}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model) {
        cases.show(queue.find(me.member(), id), me.member(), false, model);
        model.addAttribute("active", "me");
        model.addAttribute("here", "/moderate/" + id);
        return "conduct/one";
    }

    @PostMapping("/moderate/{id}/decision")
    String decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            CaseForm form,
            CommandKey key,
            RedirectAttributes flash) {
        return acts.decide(me, queue.find(me.member(), id), form, key, flash)
                ? "redirect:/moderate"
                : "redirect:/moderate/" + id;
    }

    @PostMapping("/moderate/{id}/measures")
    String measure(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            Measures.Step step,
            CommandKey key,
            RedirectAttributes flash) {
        acts.measure(me, queue.find(me.member(), id), step, false, key, flash);
        return "redirect:/moderate/" + id;
    }

    @PostMapping("/moderate/{id}/appeal-decision")
    String endAppeal(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            CommandKey key,
            RedirectAttributes flash) {
        acts.endAppeal(me, queue.find(me.member(), id), decision, reason, key, flash);
        return "redirect:/moderate/" + id;
    }

    @Override
    public List<MeLink> of(SignedIn me) {
        return queue.isOf(me.member())
                ? List.of(new MeLink("conduct.queue", "conduct.queue.text", "/moderate", "flag"))
                : List.of();
    }
}
