package tuanju.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Shows a refusal on the form that was sent: beside its field, or above the form. */
@Component
@RequiredArgsConstructor
public class FormProblems {

    private static final List<String> REFUSED = List.of("flashError", "errors");

    private final Problems problems;

    /** Why it was refused, in the reader's language: for the page that a redirect leads to. */
    public String sentence(Refusal refusal) {
        var problem = problems.of(refusal);
        return problem.errors().isEmpty()
                ? problem.detail()
                : problem.errors().getFirst().message();
    }

    /** Whether the page that this request is redirected to says that it was refused. */
    public static boolean isShown(HttpServletRequest request) {
        var said = RequestContextUtils.getOutputFlashMap(request);
        return said != null && REFUSED.stream().anyMatch(said::containsKey);
    }

    /** Puts "problem" (a sentence) or "errors" (by field) into the model and the status on the response. */
    public void show(Refusal refusal, Model model, HttpServletResponse response) {
        var problem = problems.of(refusal);
        Map<String, String> errors = new HashMap<>();
        for (Problem.FieldProblem error : problem.errors()) {
            errors.put(error.field(), error.message());
        }
        model.addAttribute("errors", errors);
        model.addAttribute("problem", errors.isEmpty() ? problem.detail() : null);
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
    }
}
