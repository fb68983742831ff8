package tuanju.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one address people know this program by (tuanju.base-url). Every whole link begins with it, in a chat, a QR code, a
 * poster or a calendar, and never with what a request says about itself. Unset, it is this machine at the port that was
 * really opened: right for looking around, of no use to a phone.
 */
@Component
public class BaseAddress {

    private final boolean told;
    private volatile URI base;

    /** Refuses what is no http address, or one with more than a host and a port. */
    public BaseAddress(@Value("${tuanju.base-url:}") String setting) {
        told = !setting.isBlank();
        base = told ? read(setting.strip()) : URI.create("http://localhost");
    }

    @EventListener
    void onWebServerStarted(WebServerInitializedEvent event) {
        // a separate management server announces itself too
        if (!told && event.getApplicationContext().getServerNamespace() == null) {
            base = URI.create("http://localhost:" + event.getWebServer().getPort());
        }
    }

    /** Such as https://tuanju.example; without a slash at its end. */
    public URI uri() {
        return base;
    }

    /** The whole address of a path of ours. */
    public String of(String path) {
        return base + path;
    }

    /** The port behind the address, also where it need not be written. */
    public int port() {
        return port(base.getScheme(), base.getPort());
    }

    /** Whether this is what a browser on our address says in its Host header. */
    public boolean isHost(String header) {
        try {
            var asked = new URI(base.getScheme() + "://" + header);
            return header.equals(asked.getRawAuthority())
                    && asked.getRawUserInfo() == null
                    && base.getHost().equalsIgnoreCase(asked.getHost())
                    && port(base.getScheme(), asked.getPort()) == port();
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    /** Whether a page stands on our address; null stands nowhere. */
    public boolean isOurs(@Nullable URI page) {
        return page != null
                && base.getScheme().equalsIgnoreCase(page.getScheme())
                && page.getRawAuthority() != null
                && isHost(page.getRawAuthority());
    }

    private static URI read(String setting) {
        try {
            var address = new URI(setting.endsWith("/") ? setting.substring(0, setting.length() - 1) : setting);
            if (isPlain(address)) {
                return new URI(
                        address.getScheme().toLowerCase(Locale.ROOT),
                        null,
                        address.getHost().toLowerCase(Locale.ROOT),
                        address.getPort(),
                        null,
                        null,
                        null);
            }
        } catch (URISyntaxException unreadable) {
            // said below
        }
        throw new IllegalArgumentException("TUANJU_BASE_URL is the address people will see, such as"
                + " https://tuanju.example, without a path; but it was \"" + setting + "\"");
    }

    private static boolean isPlain(URI address) {
        return address.getHost() != null
                && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                && address.getRawUserInfo() == null
                && address.getRawPath().isEmpty()
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    private static int port(String scheme, int written) {
        return written != -1 ? written : "https".equals(scheme) ? 443 : 80;
    }
}
