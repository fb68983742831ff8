package tuanju.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/**
 * Remembers for the visit which link a page was opened with. One that does not count does not take the place of one that
 * does.
 */
@Component
@RequiredArgsConstructor
class TouchKeeping implements HandlerInterceptor, WebMvcConfigurer {

    private final LinkRows links;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/t/*", "/o/*", "/c/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("GET".equals(request.getMethod())) {
            Touch.read(request.getParameter(Touch.FIELD))
                    .filter(it -> links.counts(it, reader(request)))
                    .ifPresent(it -> response.addHeader(
                            HttpHeaders.SET_COOKIE,
                            Touch.kept(it, request.isSecure()).toString()));
        }
        return true;
    }

    private static @Nullable MemberId reader(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication it && it.getPrincipal() instanceof SignedIn me
                ? me.member()
                : null;
    }
}
