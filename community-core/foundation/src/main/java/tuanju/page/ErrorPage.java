package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import tuanju.command.Invalid;
import tuanju.command.Problem;
import tuanju.command.Refusal;
import tuanju.command.RequestId;
import tuanju.command.TooMany;

/** The friendly page for what went wrong: what happened, what was kept, what to do, and a reference to ask about. */
@Slf4j
@Component
@RequiredArgsConstructor
class ErrorPage {

    /** What passes by itself: the next step is to try again. */
    private static final Set<Integer> PASSING = Set.of(429, 503);

    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 409, 410, 413, 429, 500, 503);

    private final MessageSource messages;
    private final PageModel pages;
    private final BaseAddress base;

    /** The page of a refusal, with the refusing module's own sentence. */
    ModelAndView of(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        var page = of(refusal.getStatus(), request, response, null);
        if (refusal instanceof TooMany tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.getRetryAfterSeconds()));
        }
        if (refusal instanceof Invalid invalid) {
            page.addObject("field", invalid.getField());
        }
        if (said(refusal, ".title", request) != null) {
            page.addObject("key", "refusal." + refusal.getType());
        }
        return page.addObject("sentence", said(refusal, "", request));
    }

    /** The page of what Spring refused before a controller was asked, with the field that cannot be used. */
    ModelAndView of(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        var page = of(problem.status(), request, response, null);
        problem.headers().forEach(response::setHeader);
        problem.errors().stream()
                .findFirst()
                .ifPresent(it -> page.addObject("field", it.field()).addObject("sentence", it.message()));
        return page;
    }

    /** The page for this status; what caused it goes to the log, beside the reference that the page shows. */
    ModelAndView of(int failed, HttpServletRequest request, HttpServletResponse response, @Nullable Throwable cause) {
        int status = UnreadableRequest.is(cause) ? 400 : failed;
        var reference = RequestId.current();
        write(reference, status, request, cause);
        if (status == 429 || status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, status == 503 ? "5" : "60");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return page(status, request).addObject("reference", reference);
    }

    /** The page that a crowd is shown: nothing in it is one person's own, and nothing of it goes to the log. */
    ModelAndView ofCrowd(Refusal refusal, HttpServletRequest request) {
        return page(refusal.getStatus(), request).addObject("sentence", said(refusal, "", request));
    }

    private ModelAndView page(int status, HttpServletRequest request) {
        int told = TOLD.contains(status) ? status : status >= 500 ? 500 : 400;
        var page = new ModelAndView(view(request), HttpStatusCode.valueOf(status));
        pages.describe(page.getModelMap(), request, RequestContextUtils.getLocale(request));
        return page.addObject("key", "page.error." + told)
                .addObject("picture", status == 404 ? "not-found" : status == 503 ? "offline" : "broken")
                .addObject("retry", nextStep(told, request))
                .addObject("retryKey", PASSING.contains(told) ? "page.error.again" : "page.error.retry")
                .addObject("here", "/");
    }

    /** The page itself where trying again helps, else the page whose form was sent; null where home is all there is. */
    private @Nullable String nextStep(int told, HttpServletRequest request) {
        boolean asked = "GET".equals(request.getMethod());
        return asked && PASSING.contains(told) ? WayBack.toTryAgain(request, base) : WayBack.from(request, base);
    }

    private @Nullable String said(Refusal refusal, String part, HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        return messages.getMessage("refusal." + refusal.getType() + part, refusal.getArguments(), null, locale);
    }

    /** A part of a page that failed is answered with a part, not with a whole page inside the page. */
    private static String view(HttpServletRequest request) {
        boolean part = request.getHeader("X-Fragment") != null || request.getHeader("HX-Request") != null;
        return part ? "page/_error :: error" : "page/error";
    }

    private static void write(String reference, int status, HttpServletRequest request, @Nullable Throwable cause) {
        if (status == 503) {
            log.warn(
                    "Reference {}: {} {}: {}",
                    reference,
                    status,
                    WayBack.route(request),
                    cause == null ? "" : cause.getClass().getName());
        } else if (status >= 500) {
            log.error("Reference {}: {} {}", reference, status, WayBack.route(request), cause);
        } else {
            log.info("Reference {}: {} {} {}", reference, status, request.getMethod(), WayBack.route(request));
        }
    }
}
