package tuanju.member.signing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.command.FormProblems;
import tuanju.member.Member;
import tuanju.member.MemberId;
import tuanju.member.MemberRows;
import tuanju.member.Sessions;
import tuanju.member.WebExchange;
import tuanju.page.Helpline;

/** The one question to whoever proves a phone that was silent for a year, in the browser that proved it. */
@Controller
@RequiredArgsConstructor
class QuestionPages {

    private final Sessions sessions;
    private final MemberRows rows;
    private final Newcomers newcomers;
    private final Answering answering;
    private final FormProblems problems;
    private final Helpline helpline;

    /** An account that waits for an answer in this browser. */
    private record Waiting(Sessions.Progress progress, MemberId member) {}

    @GetMapping("/sign-in/question")
    String ask(HttpServletRequest request, Locale language, Model model) {
        var waiting = waiting(request);
        if (waiting.isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute(
                "question", answering.question(waiting.get().member()).orElse(null));
        model.addAttribute("maskedPhone", waiting.get().progress().phone().masked());
        model.addAttribute("helper", helpline.in(language));
        return "member/question";
    }

    @PostMapping("/sign-in/question")
    String answer(@RequestParam(defaultValue = "") String answer, WebExchange web, RedirectAttributes flash) {
        var waiting = waiting(web.request());
        if (waiting.isEmpty()) {
            return "redirect:/sign-in";
        }
        try {
            return newcomers.letInKnown(waiting.get().progress(), waiting.get().member(), answer, web);
        } catch (SignUpFirst afresh) {
            flash.addFlashAttribute("flashOk", "member.question.afresh");
        } catch (WrongAnswer wrong) {
            flash.addFlashAttribute("flashError", problems.sentence(wrong));
        }
        return "redirect:/sign-up/name";
    }

    private Optional<Waiting> waiting(HttpServletRequest request) {
        return sessions.proven(request)
                .flatMap(progress ->
                        rows.of(progress.phone()).map(Member::memberId).map(it -> new Waiting(progress, it)));
    }
}
