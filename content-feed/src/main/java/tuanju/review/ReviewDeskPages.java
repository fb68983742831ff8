package tuanju.review;

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
import tuanju.page.OwnPath;

/** Leader and platform answer on the page of reviews; the platform hides there what breaks the law. */
@Controller
@RequiredArgsConstructor
class ReviewDeskPages {

    private final Reviews reviews;
    private final Commands commands;
    private final FormProblems problems;

    @PostMapping("/lead/reviews/{code}/answer")
    String answerAsLeader(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "/") String back,
            CommandKey key,
            RedirectAttributes flash) {
        return done(key, back, flash, "review.answered", () -> reviews.answerAsLeader(me.member(), code, text));
    }

    @PostMapping("/operate/reviews/{code}/answer")
    String answerForPlatform(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "/") String back,
            CommandKey key,
            RedirectAttributes flash) {
        return done(key, back, flash, "review.answered", () -> reviews.answerForPlatform(me.member(), code, text));
    }

    @PostMapping("/operate/reviews/{code}/removal")
    String remove(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "/") String back,
            CommandKey key,
            RedirectAttributes flash) {
        return done(key, back, flash, "review.removed", () -> reviews.remove(me.member(), code, reason, text));
    }

    private String done(CommandKey key, String back, RedirectAttributes flash, String words, Runnable act) {
        try {
            commands.once(key, String.class, () -> {
                act.run();
                return "";
            });
            flash.addFlashAttribute("flashOk", words);
        } catch (NotFound nothing) {
            throw nothing;
        } catch (Refusal refusal) {
            flash.addFlashAttribute("flashError", problems.sentence(refusal));
        }
        return "redirect:" + OwnPath.orHome(back);
    }
}
