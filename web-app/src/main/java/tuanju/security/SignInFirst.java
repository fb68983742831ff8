package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UriUtils;

/** Sends strangers to the sign-in page, and back afterwards; where no page is at all, it says so instead. */
@Component
@RequiredArgsConstructor
class SignInFirst implements AuthenticationEntryPoint {

    private final RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        if (!isPage(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var signIn = "/sign-in?next=" + UriUtils.encode(comeBackTo(request), StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", signIn);
    }

    private boolean isPage(HttpServletRequest request) {
        try {
            ServletRequestPathUtils.parseAndCache(request);
            return requestMappingHandlerMapping.getHandler(request) != null;
        } catch (Exception wrongMethodOrFormat) {
            return true;
        }
    }

    /** The page itself, or the page whose form was sent; the sign-in page takes only paths of this site. */
    static String comeBackTo(HttpServletRequest request) {
        if ("GET".equals(request.getMethod())) {
            return pathOf(request.getRequestURI(), request.getQueryString());
        }
        var form = request.getHeader("Referer");
        if (form == null) {
            return "/";
        }
        try {
            var page = URI.create(form);
            return pathOf(page.getRawPath() == null ? "/" : page.getRawPath(), page.getRawQuery());
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }

    private static String pathOf(String path, @Nullable String query) {
        return query == null ? path : path + "?" + query;
    }
}
