package tuanju.note.report;

import lombok.RequiredArgsConstructor;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.FormProblems;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** Readers report a note or a comment from its page. */
@Controller
@RequiredArgsConstructor
class ReportDoors {

    private final Reports reports;
    private final Commands commands;
    private final FormProblems problems;

    @PostMapping("/n/{code}/reports")
    String report(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            CommandKey key,
            RedirectAttributes flash) {
        var saying = comment.isBlank()
                ? new Reports.Saying("NOTE", code.value(), reason, words)
                : new Reports.Saying("COMMENT", comment, reason, words);
        try {
            commands.once(key, String.class, () -> {
                reports.report(me.member(), saying);
                return "";
            });
            flash.addFlashAttribute("flashOk", "note.reported");
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:/n/" + code;
    }
}
