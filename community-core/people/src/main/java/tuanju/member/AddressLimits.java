package tuanju.member;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.command.NetworkAddress;
import tuanju.command.RateLimits;

/** How much one network address may do in an hour. */
@Component
@NamedInterface("rooms")
public class AddressLimits {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimits limits;
    private final MemberSettings.PerAddress allowed;

    AddressLimits(RateLimits limits, MemberSettings settings) {
        this.limits = limits;
        this.allowed = settings.perAddress();
    }

    public void sendCode(HttpServletRequest request) {
        limits.take("address codes " + NetworkAddress.of(request), allowed.codesPerHour(), HOUR);
    }

    public void tryCode(HttpServletRequest request) {
        limits.take("address code tries " + NetworkAddress.of(request), allowed.codeTriesPerHour(), HOUR);
    }

    public void tryPassword(HttpServletRequest request) {
        limits.take("address passwords " + NetworkAddress.of(request), allowed.passwordTriesPerHour(), HOUR);
    }

    public void signUp(HttpServletRequest request) {
        limits.take("address sign-ups " + NetworkAddress.of(request), allowed.signUpsPerHour(), HOUR);
    }
}
