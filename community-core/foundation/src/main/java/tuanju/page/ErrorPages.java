package tuanju.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tuanju.command.Problem;
import tuanju.command.Problems;
import tuanju.command.RequestId;

/** Errors that no controller saw: unknown addresses, refused by security, broken while answering. */
@Slf4j
@Controller
@RequiredArgsConstructor
class ErrorPages implements ErrorController {

    private final ErrorPage errors;
    private final Problems problems;

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    @Nullable
    Object error(HttpServletRequest request, HttpServletResponse response) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        boolean program = WayBack.path(request).startsWith("/api/");
        if (request.getAttribute(NotArrived.MET) instanceof NotArrived missing) {
            return program ? problem(problems.of(missing)) : errors.of(missing, request, response);
        }
        if (program) {
            return problem(UnreadableRequest.is(cause) ? 400 : status, cause);
        }
        return wantsPage(request)
                ? errors.of(status, request, response, cause)
                : ResponseEntity.status(status).build();
    }

    /** Pictures and scripts that are not there need no page. */
    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }

    private static ResponseEntity<Problem> problem(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<ProblemDetail> problem(int status, @Nullable Throwable cause) {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:tuanju:problem:" + (status == 404 ? "not-found" : "http-" + status)));
        if (status >= 500) {
            var reference = RequestId.current();
            log.error("Reference {}", reference, cause);
            problem.setProperty("reference", reference);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
