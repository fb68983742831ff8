package tuanju.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What is the same for everybody and needs no database: the files of pages, drawn letters, whether the program is alive. */
@Component
@RequiredArgsConstructor
class ProgramFiles {

    private static final Pattern DRAWN_OR_PROBED = Pattern.compile("/tiles/.+|/actuator/.+|/livez|/readyz");

    private final Assets assets;

    boolean areAsked(HttpServletRequest request) {
        var method = request.getMethod();
        return ("GET".equals(method) || "HEAD".equals(method)) && isOne(request.getRequestURI());
    }

    private boolean isOne(String path) {
        return assets.find(path).isPresent() || DRAWN_OR_PROBED.matcher(path).matches();
    }
}
