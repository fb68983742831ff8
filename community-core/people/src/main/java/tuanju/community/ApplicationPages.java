package tuanju.community;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.member.SignedIn;

/** Asking to become a leader, and what became of it. */
@Controller
@RequiredArgsConstructor
class ApplicationPages {

    private final LeaderApplications applications;
    private final Communities communities;
    private final Commands commands;
    private final FormProblems problems;

    record WishForm(
            @Nullable UUID community,
            @Nullable String name,
            @Nullable String place,
            @Nullable String reason) {
        LeaderApplications.Wish wish() {
            var known = community == null ? null : new CommunityId(community);
            return new LeaderApplications.Wish(known, or(name), or(place), or(reason));
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    @GetMapping("/lead/apply")
    String ask(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("wish", new WishForm(null, "", "", ""));
        return page(me, model);
    }

    @PostMapping("/lead/apply")
    String apply(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("wish") WishForm form,
            CommandKey key,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            commands.once(key, UUID.class, () -> applications.apply(me.member(), form.wish()));
            flash.addFlashAttribute("flashOk", "community.apply.sent");
            return "redirect:/lead/apply";
        } catch (Refusal refusal) {
            problems.show(refusal, model, response);
            return page(me, model);
        }
    }

    private String page(SignedIn me, Model model) {
        model.addAttribute("latest", applications.latestOf(me.member()).orElse(null));
        model.addAttribute("communities", communities.all());
        model.addAttribute("back", "/me");
        return "community/apply";
    }
}
