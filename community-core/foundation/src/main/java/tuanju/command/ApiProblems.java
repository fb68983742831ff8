package tuanju.command;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Answers everything that goes wrong under /api as a problem, also where no controller was found. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@RequiredArgsConstructor
class ApiProblems implements HandlerExceptionResolver {

    private final Problems problems;

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        boolean ours = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        if (!ours || exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            return null;
        }
        try {
            problems.send(problems.of(exception), response);
        } catch (IOException callerWentAway) {
            throw new UncheckedIOException(callerWentAway);
        }
        return new ModelAndView();
    }
}
