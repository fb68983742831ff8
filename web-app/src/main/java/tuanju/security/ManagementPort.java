package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Requests that came in through the management port, where that is a port of its own: who can reach it is decided by the
 * address it listens on, by default this machine alone.
 */
@Component
class ManagementPort implements RequestMatcher {

    private static final int NONE = -1;

    private volatile int port = NONE;

    /** Kept, because every request asks for it. */
    @EventListener
    void opened(WebServerInitializedEvent server) {
        if ("management".equals(server.getApplicationContext().getServerNamespace())) {
            port = server.getWebServer().getPort();
        }
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return request.getLocalPort() == port;
    }
}
