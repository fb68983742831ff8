package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tuanju.command.Problem;
import tuanju.command.Problems;
import tuanju.command.Refusal;
import tuanju.member.SecondFactorFirst;

/** Says no to callers of the API: 401 to strangers, and to others that there is nothing here. */
@Component
@RequiredArgsConstructor
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;
    private final LocaleResolver locales;
    private final Doors doors;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"tuanju\"");
        send(() -> problems.of(401, "sign-in-needed"), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        send(
                () -> doors.isOperatorsButForTheSecondFactor(request)
                        ? problems.of(403, SecondFactorFirst.TYPE)
                        : problems.of(404, "not-found"),
                request,
                response);
    }

    void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(() -> problems.of(refusal), request, response);
    }

    /** No controller was reached, so nobody has asked yet which language this is about. */
    private void send(Supplier<Problem> problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        try {
            problems.send(problem.get(), response);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
