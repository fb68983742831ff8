package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import tuanju.command.Problem;
import tuanju.command.Problems;
import tuanju.command.Refusal;

/** Answers outside of any controller: a problem under /api, to people a page in words. No database is asked for it. */
@Component
@RequiredArgsConstructor
class OwnAnswers {

    private final Problems problems;
    private final ErrorPage pages;
    private final DrawnPages drawn;
    private final LocaleResolver locales;

    /** Too many at once. It is said as often as too many come, so it costs next to nothing. */
    void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        speakTheirLanguage(request);
        try {
            var problem = problems.of(refusal);
            if (isForPrograms(request)) {
                problems.send(problem, response);
            } else {
                head(problem, response);
                drawn.refusal(refusal, request, response);
            }
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    /** The database was away, and somewhere inside nobody could say so. */
    void away(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        speakTheirLanguage(request);
        try {
            var problem = problems.of(failure);
            if (isForPrograms(request)) {
                problems.send(problem, response);
            } else {
                head(problem, response);
                drawn.page(pages.of(problem.status(), request, response, failure), request, response);
            }
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void speakTheirLanguage(HttpServletRequest request) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private static void head(Problem problem, HttpServletResponse response) {
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
    }
}
