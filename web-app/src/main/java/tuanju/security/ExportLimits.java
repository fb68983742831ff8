package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tuanju.command.RateLimits;

/** How many files to take away (PDF, workbook, CSV, picture of a text) a member may have made in an hour (W-17). */
@Component
@RequiredArgsConstructor
class ExportLimits implements WebMvcConfigurer, HandlerInterceptor {

    static final int FILES_PER_HOUR = 240;

    private static final Pattern FILE = Pattern.compile("/(?:lead|operate|api|orders)/.+\\.(?:pdf|xlsx|csv|png)");

    private final RateLimits limits;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Refuses with TooMany (429), in the words of the page or the API that was asked. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var member = request.getUserPrincipal();
        if (member != null && FILE.matcher(request.getRequestURI()).matches()) {
            limits.take("exports " + member.getName(), FILES_PER_HOUR, Duration.ofHours(1));
        }
        return true;
    }
}
