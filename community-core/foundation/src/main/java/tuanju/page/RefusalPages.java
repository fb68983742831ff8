package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;
import tuanju.command.Problems;
import tuanju.command.Refusal;
import tuanju.database.Outage;

/** Turns what a page's controller throws into a page that says what to do. The API answers for itself. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
@RequiredArgsConstructor
class RefusalPages {

    private final ErrorPage errors;
    private final Problems problems;

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        return errors.of(refusal, request, response);
    }

    /** What cannot be used is known and says which field; the rest is our mistake. */
    @ExceptionHandler
    @Nullable
    ModelAndView unexpected(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception;
        }
        if (response.isCommitted() || exception instanceof AsyncRequestNotUsableException) {
            return null; // nobody is there any more, or half of the answer is already on its way
        }
        if (Outage.met(exception)) {
            return errors.of(503, request, response, exception);
        }
        return problems.known(exception)
                .map(it -> errors.of(it, request, response))
                .orElseGet(() -> errors.of(500, request, response, exception));
    }
}
