package tuanju.membership;

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
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/** An operator says who decides in a community about what is reported. Saying it twice is the same as once. */
@Controller
@RequiredArgsConstructor
@RequestMapping("/operate/communities/{community}/moderators")
class ModeratorPages {

    private final Moderators moderators;
    private final FormProblems problems;

    @GetMapping
    String all(@PathVariable String community, Model model) {
        var here = moderators.here(community);
        model.addAttribute("active", "communities");
        model.addAttribute("community", here);
        model.addAttribute("moderators", moderators.of(here));
        return "membership/moderators";
    }

    @PostMapping
    String appoint(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @RequestParam(defaultValue = "") String phone,
            RedirectAttributes flash) {
        return done(
                community,
                "membership.moderator.appointed",
                flash,
                () -> moderators.appoint(community, moderators.withPhone(phone), me.member()));
    }

    @PostMapping("/{member}/end")
    String dismiss(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String community,
            @PathVariable UUID member,
            RedirectAttributes flash) {
        return done(
                community,
                "membership.moderator.dismissed",
                flash,
                () -> moderators.dismiss(community, new MemberId(member), me.member()));
    }

    private String done(String community, String said, RedirectAttributes flash, Runnable act) {
        var here = moderators.here(community);
        try {
            act.run();
            flash.addFlashAttribute("flashOk", said);
        } catch (NotFound nobody) {
            flash.addFlashAttribute("flashError", "membership.moderator.nobody");
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/operate/communities/" + here.shortCode() + "/moderators";
    }
}
