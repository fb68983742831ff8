package tuanju.command;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tuanju.command.Problem.FieldProblem;
import tuanju.command.ProblemKind.FieldFault;

/** Puts what went wrong into words (RFC 9457), in the language of the request. */
@Slf4j
@Component
@RequiredArgsConstructor
public class Problems {

    private final MessageSource messages;
    private final JsonMapper json;

    /** The problem that this exception is to the caller; what is our own fault is logged under its reference. */
    public Problem of(Exception exception) {
        return known(exception).orElseGet(() -> ourFault(exception));
    }

    /** The problem that this exception is to the caller; empty when it is our own fault. */
    public Optional<Problem> known(Exception exception) {
        return ProblemKinds.of(exception).map(this::inWords);
    }

    /** A problem without an exception: 401 "sign-in-needed". */
    public Problem of(int status, String type) {
        return inWords(ProblemKind.of(status, type));
    }

    /** Sends it as application/problem+json, unless an answer is already on its way. */
    public void send(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private Problem ourFault(Exception exception) {
        var reference = RequestId.current();
        log.error("Reference {}: an unexpected error", reference, exception);
        var kind = ProblemKind.of(500, "unexpected", reference);
        return new Problem(
                urn(kind), title(kind), 500, sentence(kind.type(), reference), List.of(), reference, kind.headers());
    }

    private Problem inWords(ProblemKind kind) {
        var errors = kind.faults().stream().map(this::inWords).toList();
        var detail = sentence(kind.type(), kind.arguments());
        return new Problem(urn(kind), title(kind), kind.status(), detail, errors, null, kind.headers());
    }

    private FieldProblem inWords(FieldFault fault) {
        var words = fault.words();
        return new FieldProblem(fault.field(), words == null ? sentence(fault.type(), fault.arguments()) : words);
    }

    private static String urn(ProblemKind kind) {
        return "urn:tuanju:problem:" + kind.type();
    }

    private String title(ProblemKind kind) {
        Locale locale = LocaleContextHolder.getLocale();
        var title = messages.getMessage("problem.title." + kind.status(), null, "Problem", locale);
        return title == null ? "Problem" : title;
    }

    private String sentence(String type, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        var sentence = messages.getMessage("refusal." + type, arguments, type, locale);
        return sentence == null ? type : sentence;
    }
}
