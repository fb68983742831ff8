package tuanju.member;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tuanju.command.RateLimits;

/**
 * How much one network address may do in an hour. An address is what the connection comes from (a listed proxy may
 * tell another); of IPv6 the first 64 bits, which one household has.
 */
@Component
class AddressLimits {

    private static final Duration HOUR = Duration.ofHours(1);

    private final RateLimits limits;
    private final MemberSettings.PerAddress allowed;

    AddressLimits(RateLimits limits, MemberSettings settings) {
        this.limits = limits;
        this.allowed = settings.perAddress();
    }

    void sendCode(HttpServletRequest request) {
        limits.take("address codes " + address(request), allowed.codesPerHour(), HOUR);
    }

    void tryCode(HttpServletRequest request) {
        limits.take("address code tries " + address(request), allowed.codeTriesPerHour(), HOUR);
    }

    void tryPassword(HttpServletRequest request) {
        limits.take("address passwords " + address(request), allowed.passwordTriesPerHour(), HOUR);
    }

    void signUp(HttpServletRequest request) {
        limits.take("address sign-ups " + address(request), allowed.signUpsPerHour(), HOUR);
    }

    private static String address(HttpServletRequest request) {
        var told = request.getRemoteAddr();
        try {
            return InetAddress.getByName(told) instanceof Inet6Address six ? network(six) : told;
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String network(Inet6Address address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8));
    }
}
