package tuanju.command;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as far as limits count it: the address of the connection (a listed proxy may tell another);
 * of IPv6 the first 64 bits, which one household has.
 */
public final class NetworkAddress {

    private NetworkAddress() {}

    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The same of a connection that has not asked anything yet. */
    public static String of(String told) {
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
