package tuanju.attribution;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tuanju.community.Code;
import tuanju.link.click.LinkClicks;

/** Counts that what a note is about was opened from it, where the address of its page says from which. */
@Component
@RequiredArgsConstructor
class TrailKeeping implements HandlerInterceptor, WebMvcConfigurer {

    private static final String VIA_NOTE = "via";

    private final NoteTouches touches;
    private final TrailMemory memory;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/t/*", "/o/*", "/c/*", "/n/*", "/checkout/**", "/me/consents", "/me/notes/results");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        memory.forgetWhatIsNotAllowed(request, response);
        var note = request.getParameter(VIA_NOTE);
        if (note != null
                && "GET".equals(request.getMethod())
                && LinkClicks.isPerson(request)
                && touches.isInMeasure(note, request)) {
            var path = request.getRequestURI();
            touches.clicked(note, path.substring(path.lastIndexOf('/') + 1), request, response);
        }
        return true;
    }

    /** The code as somebody sent it; null where it cannot be one. */
    static @org.jspecify.annotations.Nullable Code code(String sent) {
        try {
            return new Code(sent);
        } catch (IllegalArgumentException noCode) {
            return null;
        }
    }
}
