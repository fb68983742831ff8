package tuanju.security;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.core.env.Environment;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Requests that came in through the management port, where that is a port of its own: who can reach it is decided by the
 * address it listens on, by default this machine alone.
 */
@Component
@RequiredArgsConstructor
class ManagementPort implements RequestMatcher {

    private static final int NONE = -1;

    private final Environment environment;

    @Override
    public boolean matches(HttpServletRequest request) {
        int management = port("local.management.port");
        return management != NONE && management != port("local.server.port") && request.getLocalPort() == management;
    }

    private int port(String name) {
        return environment.getProperty(name, Integer.class, NONE);
    }
}
