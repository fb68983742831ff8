package tuanju.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tuanju.command.FormProblems;
import tuanju.community.Code;
import tuanju.link.click.BrowserMemory;
import tuanju.link.click.LinkClicks;
import tuanju.link.click.Reader;

/**
 * Remembers which link a page was opened with: for the visit, or for longer where that is allowed. One that does not count
 * does not take the place of one that does; what is not allowed any more is forgotten with the next page.
 */
@Component
@RequiredArgsConstructor
class TouchKeeping implements HandlerInterceptor, WebMvcConfigurer {

    private final LinkRows links;
    private final Links pages;
    private final LinkMemory memory;
    private final BrowserMemory browsers;
    private final LinkClicks clicks;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/t/**", "/o/**", "/c/**", "/l/**", "/n/**", "/s/**", "/checkout/**")
                .addPathPatterns("/me/consents", "/me/links", "/me/recommendations");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var kept = Touch.endOfKept(request);
        if (!kept.isEmpty() && !memory.isAllowed(request)) {
            Touch.forgotten(request);
            Reader.send(kept, response);
        }
        if ("GET".equals(request.getMethod()) && !pages.isGone(path(request))) {
            Touch.read(request.getParameter(Touch.FIELD))
                    .filter(it -> counts(it, request))
                    .or(() -> pages.byPage(path(request)).filter(it -> counts(it, request)))
                    .ifPresent(it -> keep(it, request, response));
        }
        if (isByWhoActs(request)) {
            browsers.greet(request, response);
        }
        return true;
    }

    /** Where a link led to, its reader is asked in a line whether it may be remembered for longer. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && Touch.hasLanded(request) && !memory.isAllowed(request) && memory.isToAsk(request)) {
            page.addObject("linkMemory", Reader.of(request).isPresent());
        }
    }

    /** Only with what was answered: a refusal writes nothing down. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception broken) {
        if (isByWhoActs(request) && broken == null && response.getStatus() < 400 && !FormProblems.isShown(request)) {
            browsers.seen(request);
        }
    }

    /** Of what somebody handed on, and of the page it leads to after that, only what counts for this reader. */
    private boolean counts(Code link, HttpServletRequest request) {
        return links.sharer(link, Reader.of(request).orElse(null)).isPresent();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static boolean isByWhoActs(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) || request.getRequestURI().startsWith("/me/");
    }

    private void keep(Code link, HttpServletRequest request, HttpServletResponse response) {
        Touch.landed(request, link);
        clicks.opened(link, request, response);
        Reader.send(
                memory.isAllowed(request)
                        ? Touch.kept(link, request.isSecure())
                        : List.of(Touch.ofThisVisit(link, request.isSecure())),
                response);
    }
}
