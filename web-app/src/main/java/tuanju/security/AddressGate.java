package tuanju.security;

import static jakarta.servlet.http.HttpServletResponse.SC_BAD_REQUEST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tuanju.page.BaseAddress;
import tuanju.security.TurnedAway.Reason;

/**
 * Lets in what was asked of our own address only, and hands on requests that know nothing of any other: whatever builds
 * a link or counts by network address is told the setting, not what a stranger wrote into a header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
@RequiredArgsConstructor
class AddressGate extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?");

    private final BaseAddress base;
    private final Proxies proxies;
    private final TurnedAway turnedAway;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean proxied = proxies.believes(request.getRemoteAddr());
        boolean isError = request.getDispatcherType() == DispatcherType.ERROR;
        if (!isError && !proxied && namesAProxy(request)) {
            turnedAway.send(SC_BAD_REQUEST, Reason.UNKNOWN_PROXY, request, response);
        } else if (!isError && !isOurs(request, proxied)) {
            turnedAway.send(MISDIRECTED, Reason.MISDIRECTED, request, response);
        } else {
            chain.doFilter(addressed(request, proxied), response);
        }
    }

    /** What the server found wrong was let in before, or nothing of it was read. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean namesAProxy(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-Host") != null || request.getHeader("Forwarded") != null;
    }

    private boolean isOurs(HttpServletRequest request, boolean proxied) {
        var told = proxied ? headers(request, "X-Forwarded-Host") : List.<String>of();
        return told.isEmpty()
                ? isOurs(request.getHeader("Host"), request.getRemoteAddr())
                : told.stream().flatMap(it -> Arrays.stream(it.split(","))).allMatch(it -> base.isHost(it.strip()));
    }

    /** Probes and people at this very machine may call it by its own names; an old client may call it nothing. */
    private boolean isOurs(@Nullable String host, String peer) {
        return host == null || base.isHost(host) || isLoopback(peer) && isThisMachine(host);
    }

    private static boolean isThisMachine(String host) {
        return THIS_MACHINE.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isLoopback(String peer) {
        return peer.startsWith("127.") || peer.equals("::1") || peer.equals("0:0:0:0:0:0:0:1");
    }

    private HttpServletRequest addressed(HttpServletRequest request, boolean proxied) {
        var peer = request.getRemoteAddr();
        var client = proxied ? proxies.client(peer, headers(request, "X-Forwarded-For")) : peer;
        return new AddressedRequest(request, base, client);
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }
}
