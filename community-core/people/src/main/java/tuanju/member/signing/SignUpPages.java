package tuanju.member.signing;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.command.FormProblems;
import tuanju.command.Refusal;
import tuanju.member.Sessions;
import tuanju.member.WebExchange;

/** The last step of a new member: a name. Their phone has been proved in this browser. */
@Controller
@RequiredArgsConstructor
class SignUpPages {

    private final Newcomers newcomers;
    private final Sessions sessions;
    private final FormProblems problems;

    @GetMapping("/sign-up/name")
    String ask(HttpServletRequest request, Model model) {
        var progress = sessions.proven(request);
        if (progress.isEmpty()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("name", progress.get().name());
        return "member/name";
    }

    @PostMapping("/sign-up/name")
    String signUp(@RequestParam String name, WebExchange web, Model model) {
        return sessions.proven(web.request())
                .map(it -> signUp(it, name, web, model))
                .orElse("redirect:/sign-in");
    }

    private String signUp(Sessions.Progress progress, String name, WebExchange web, Model model) {
        try {
            return newcomers.signUp(progress, name, web);
        } catch (Refusal refusal) {
            problems.show(refusal, model, web.response());
            model.addAttribute("name", name);
            return "member/name";
        }
    }
}
