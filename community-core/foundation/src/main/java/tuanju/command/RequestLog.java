package tuanju.command;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request its id and writes a line about its answer: method, route, status, time. The route stands as a pattern
 * ("/t/{code}"), so that no code, no search and nobody's data reaches the log.
 */
@Slf4j(topic = "tuanju.access")
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final String ID = RequestLog.class.getName();
    private static final String UNKNOWN = "-";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = id(request);
        MDC.put(RequestId.KEY, id);
        response.setHeader(HEADER, id);
        long begun = System.nanoTime();
        @Nullable Integer status = 500;
        try {
            chain.doFilter(request, response);
            status = request.isAsyncStarted() ? null : response.getStatus();
        } finally {
            if (status != null && request.getDispatcherType() != DispatcherType.ERROR) {
                write(request, status, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            }
            MDC.remove(RequestId.KEY);
        }
    }

    /** The page of an error, and what goes on after a pause, belong to the request that led there. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static String id(HttpServletRequest request) {
        if (request.getAttribute(ID) instanceof String known) {
            return known;
        }
        var id = RequestId.of(request.getHeader(HEADER));
        request.setAttribute(ID, id);
        return id;
    }

    private static void write(HttpServletRequest request, int status, long milliseconds) {
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                ? pattern
                : UNKNOWN;
        boolean isFile = route.endsWith("/**");
        if (isFile && status < 400) {
            return;
        }
        log.atInfo()
                .addKeyValue("http.request.method", request.getMethod())
                .addKeyValue("http.route", route)
                .addKeyValue("http.response.status_code", status)
                .addKeyValue("event.duration_ms", milliseconds)
                .log("{} {} {} {} ms", request.getMethod(), route, status, milliseconds);
    }
}
