package tuanju.sandbox;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where the sandbox provider and this program reach each other: over loopback, at the port that was really opened. */
@Component
@Conditional(SandboxListed.class)
public class SandboxAddress {

    private volatile @Nullable URI base;

    @EventListener
    void onWebServerStarted(WebServerInitializedEvent event) {
        // a separate management server announces itself too
        if (event.getApplicationContext().getServerNamespace() == null) {
            base = URI.create("http://127.0.0.1:" + event.getWebServer().getPort());
        }
    }

    /** Such as http://127.0.0.1:8080. Refuses while no web server is running. */
    public URI base() {
        var found = base;
        if (found == null) {
            throw new IllegalStateException("No web server is running yet");
        }
        return found;
    }
}
