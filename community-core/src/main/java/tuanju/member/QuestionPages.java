package tuanju.member;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tuanju.page.Helpline;

/**
 * One question to whoever proves a phone that was silent for a year: carriers give numbers out again. There is one try;
 * whoever does not know begins afresh, and the account of before stays closed with everything in it.
 */
@Controller
@RequiredArgsConstructor
class QuestionPages {

    private final Sessions sessions;
    private final MemberRows rows;
    private final Newcomers newcomers;
    private final Proving proving;
    private final ObjectProvider<KnownFact> facts;
    private final Helpline helpline;
    private final MessageSource messages;

    /** An account that waits for an answer in this browser. */
    private record Waiting(Sessions.Progress progress, MemberId member, KnownFact.@Nullable Question question) {

        private boolean isAnsweredBy(String answer) {
            return question != null && question.right().equals(answer);
        }
    }

    @GetMapping("/sign-in/question")
    String ask(HttpServletRequest request, Locale language, Model model) {
        var waiting = waiting(request);
        if (waiting.isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("question", waiting.get().question());
        model.addAttribute("maskedPhone", waiting.get().progress().phone().masked());
        model.addAttribute("helper", helpline.in(language));
        return "member/question";
    }

    @PostMapping("/sign-in/question")
    String answer(
            @RequestParam(defaultValue = "") String answer,
            Locale language,
            WebExchange web,
            RedirectAttributes flash) {
        var waiting = waiting(web.request());
        if (waiting.isEmpty()) {
            return "redirect:/sign-in";
        }
        if (waiting.get().isAnsweredBy(answer)) {
            return newcomers.letInKnown(waiting.get().progress(), waiting.get().member(), web);
        }
        proving.park(waiting.get().member());
        if (answer.isEmpty()) {
            flash.addFlashAttribute("flashOk", "member.question.afresh");
        } else {
            flash.addFlashAttribute("flashError", wrong(language));
        }
        return "redirect:/sign-up/name";
    }

    private String wrong(Locale language) {
        return Objects.requireNonNull(
                messages.getMessage("member.question.wrong", new Object[] {helpline.in(language)}, language));
    }

    private Optional<Waiting> waiting(HttpServletRequest request) {
        return sessions.proven(request)
                .flatMap(progress -> rows.of(progress.phone())
                        .map(Member::memberId)
                        .map(it -> new Waiting(progress, it, question(it))));
    }

    private KnownFact.@Nullable Question question(MemberId member) {
        return facts.stream()
                .flatMap(it -> it.about(member).stream())
                .findFirst()
                .orElse(null);
    }
}
