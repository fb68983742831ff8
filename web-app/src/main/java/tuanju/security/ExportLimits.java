package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tuanju.command.RateLimits;

/**
 * How many files to take away (PDF, workbook, CSV, picture of a text) a member may have made in an hour (W-17), and how many
 * are made at one moment: each is a second of a processor, and whoever asks for a page must not wait behind all of them.
 */
@Component
@RequiredArgsConstructor
class ExportLimits implements WebMvcConfigurer, HandlerInterceptor {

    static final int FILES_PER_HOUR = 240;

    private static final Pattern FILE = Pattern.compile("/(?:lead|operate|api|orders|me)/.+\\.(?:pdf|xlsx|csv|png)");
    private static final String MAKER = ExportLimits.class.getName();

    private final RateLimits limits;
    private final FilesInTheMaking making;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Refuses with TooMany (429) or TooBusy (503), in the words of the page or the API that was asked. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var member = request.getUserPrincipal();
        if (member != null && FILE.matcher(request.getRequestURI()).matches()) {
            limits.take("exports " + member.getName(), FILES_PER_HOUR, Duration.ofHours(1));
            making.begin(member.getName());
            request.setAttribute(MAKER, member.getName());
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(MAKER) instanceof String maker) {
            request.removeAttribute(MAKER);
            making.end(maker);
        }
    }
}
