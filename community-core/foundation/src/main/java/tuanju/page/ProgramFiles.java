package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What is the same for everybody and needs no database: the files of pages, drawn letters, whether the program is alive. */
@Component
@RequiredArgsConstructor
class ProgramFiles {

    private static final String PROBES = "/livez|/readyz|/actuator/health(?:/.*)?";
    private static final Pattern DRAWN_OR_PROBED = Pattern.compile("/tiles/.+|" + PROBES);

    private static final Pattern PROBED = Pattern.compile(PROBES);

    private final Assets assets;

    boolean areAsked(HttpServletRequest request) {
        return looks(request) && isOne(request.getRequestURI());
    }

    /** Whether somebody asks how the program is, which has to be answered before everything else. */
    boolean isProbe(HttpServletRequest request) {
        return looks(request) && PROBED.matcher(request.getRequestURI()).matches();
    }

    private static boolean looks(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }

    private boolean isOne(String path) {
        return assets.find(path).isPresent() || DRAWN_OR_PROBED.matcher(path).matches();
    }
}
