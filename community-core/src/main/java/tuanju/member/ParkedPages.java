package tuanju.member;

import java.time.Instant;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.Invalid;

/** Operators give a parked account back to its owner. */
@Controller
@RequiredArgsConstructor
class ParkedPages {

    private static final String HERE = "/operate/accounts";
    private static final int PAGE = 50;

    private final Reopening reopening;
    private final FormProblems problems;

    @GetMapping(HERE)
    String parked(@RequestParam(required = false) @Nullable Instant before, Model model) {
        var found = reopening.parked(before, PAGE + 1);
        var parked = found.stream().limit(PAGE).toList();
        model.addAttribute("active", "accounts");
        model.addAttribute("parked", parked);
        model.addAttribute("before", before);
        model.addAttribute("next", found.size() > PAGE ? parked.getLast().parkedAt() : null);
        return "member/parked";
    }

    /** "sure" is the word of the operator that they know whose account it is. */
    @PostMapping(HERE + "/{account}/return")
    String giveBack(
            @PathVariable UUID account,
            @RequestParam String phone,
            @RequestParam String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            @AuthenticationPrincipal SignedIn me,
            RedirectAttributes flash) {
        try {
            if (!sure) {
                throw new Invalid("sure", "give-back-unsure");
            }
            reopening.giveBack(new MemberId(account), Phone.of(phone), reason, me.member());
            flash.addFlashAttribute("flashOk", "member.parked.given-back");
        } catch (Invalid refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + HERE;
    }
}
