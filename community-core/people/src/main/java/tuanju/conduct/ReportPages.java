package tuanju.conduct;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.member.SignedIn;
import tuanju.page.OwnPath;

/** Readers report what they read, from the page where they read it. */
@Controller
@RequiredArgsConstructor
class ReportPages {

    private final Reporting reporting;
    private final Commands commands;
    private final FormProblems problems;

    /** As the form sends it; back is the page it stands on. */
    record ReportForm(
            @Nullable String kind,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String words) {

        Reporting.Saying saying() {
            return new Reporting.Saying(kind, code, reason, words);
        }
    }

    @PostMapping("/reports")
    String report(
            @AuthenticationPrincipal SignedIn me,
            ReportForm form,
            @RequestParam(defaultValue = "/") String back,
            CommandKey key,
            RedirectAttributes flash) {
        try {
            commands.once(key, String.class, () -> {
                reporting.report(me.member(), form.saying());
                return "";
            });
            flash.addFlashAttribute("flashOk", "conduct.reported");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + OwnPath.orHome(back);
    }
}
