package tuanju.live;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import tuanju.command.NetworkAddress;

/** Whose page listens: somebody at a network address, who may be signed in. */
record Listener(String address, @Nullable String member) {

    static Listener of(HttpServletRequest request) {
        var member = request.getUserPrincipal();
        return new Listener(NetworkAddress.of(request), member == null ? null : member.getName());
    }
}
