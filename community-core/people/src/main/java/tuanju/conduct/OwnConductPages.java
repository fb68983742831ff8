package tuanju.conduct;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.MeLinks;
import tuanju.member.SignedIn;

/** Somebody reads what happened to their words and why, appeals, and sees how far they are trusted. */
@Controller
@Order(46)
@RequiredArgsConstructor
class OwnConductPages implements MeLinks {

    private final OwnConduct own;
    private final Appeals appeals;
    private final Commands commands;
    private final FormProblems problems;
    private final Clock clock;

    @GetMapping(Judging.PAGE)
    String mine(
            @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable UUID after, Model model) {
        model.addAttribute("page", own.cases(me.member(), after));
        model.addAttribute("after", after);
        model.addAttribute("measures", own.measures(me.member()));
        model.addAttribute("reports", own.reports(me.member()));
        model.addAttribute("trusted", own.trusted(me.member()));
        model.addAttribute("names", own.names());
        model.addAttribute("now", clock.instant());
        model.addAttribute("active", "me");
        return "conduct/mine";
    }

    @PostMapping(Judging.PAGE + "/{id}/appeal")
    String appeal(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            CommandKey key,
            RedirectAttributes flash) {
        try {
            commands.once(key, String.class, () -> {
                appeals.appeal(id, me.member(), text);
                return "";
            });
            flash.addFlashAttribute("flashOk", "conduct.appealed.thanks");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
            flash.addFlashAttribute("typedOf", id.toString());
            flash.addFlashAttribute("typed", text);
        }
        return "redirect:" + Judging.PAGE;
    }

    @Override
    public List<MeLink> of(SignedIn me) {
        return List.of(new MeLink("conduct.mine", "conduct.mine.text", Judging.PAGE, "check"));
    }
}
