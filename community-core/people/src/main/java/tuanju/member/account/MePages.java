package tuanju.member.account;

import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.member.Household;
import tuanju.member.MeLinks;
import tuanju.member.Nickname;
import tuanju.member.Sessions;
import tuanju.member.SignedIn;
import tuanju.member.WebExchange;

/** A member's own page: name, household, password, and the ways to everything that is theirs. */
@Controller
@RequiredArgsConstructor
class MePages {

    private final Profiles profiles;
    private final ChangingPassword passwords;
    private final Sessions sessions;
    private final FormProblems problems;
    private final ObjectProvider<MeLinks> links;

    @GetMapping("/me")
    String me(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("profile", profiles.of(me));
        model.addAttribute(
                "links",
                links.orderedStream().map(it -> it.of(me)).flatMap(List::stream).toList());
        model.addAttribute("active", "me");
        return "member/me";
    }

    @GetMapping("/me/profile")
    String askProfile(@AuthenticationPrincipal SignedIn me, Model model) {
        var profile = profiles.of(me);
        var home = profile.household();
        return profileForm(
                model, new ProfileForm(profile.card().name(), home.lane(), home.building(), home.unit(), home.room()));
    }

    @PostMapping("/me/profile")
    String changeProfile(
            @AuthenticationPrincipal SignedIn me,
            ProfileForm form,
            WebExchange web,
            Model model,
            RedirectAttributes flash) {
        try {
            var changed = profiles.change(me, new Nickname(form.name()), form.home());
            sessions.rename(changed, web.request(), web.response());
            flash.addFlashAttribute("flashOk", "member.profile.saved");
            return "redirect:/me";
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return profileForm(model, form);
        }
    }

    @GetMapping("/me/password")
    String askPassword(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("hasPassword", profiles.of(me).hasPassword());
        return "member/password";
    }

    @PostMapping("/me/password")
    String changePassword(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String old,
            @RequestParam String password,
            WebExchange web,
            Model model,
            RedirectAttributes flash) {
        try {
            passwords.inBrowser(me, old, password, web.request());
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            return askPassword(me, model);
        }
        flash.addFlashAttribute("flashOk", "member.password.saved");
        return "redirect:/me";
    }

    private static String profileForm(Model model, ProfileForm form) {
        model.addAttribute("form", form);
        return "member/profile";
    }

    /** What stands in the form; absent fields are empty ones. */
    record ProfileForm(String name, String lane, String building, String unit, String room) {
        ProfileForm {
            name = Objects.requireNonNullElse(name, "");
            lane = Objects.requireNonNullElse(lane, "");
            building = Objects.requireNonNullElse(building, "");
            unit = Objects.requireNonNullElse(unit, "");
            room = Objects.requireNonNullElse(room, "");
        }

        Household home() {
            return new Household(lane, building, unit, room);
        }
    }
}
