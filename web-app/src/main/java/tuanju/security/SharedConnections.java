package tuanju.security;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.function.Predicate;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import tuanju.command.NetworkAddress;

/**
 * Takes connections, and of one client an eighth of them at most: who opens more, and asks nothing on them, keeps nobody
 * else out. A listed proxy stands for many and is not counted. Public because the server makes it by its name.
 */
public final class SharedConnections extends Http11NioProtocol {

    private static final int SHARES = 8;

    private final Endpoint endpoint;

    public SharedConnections() {
        this(new Endpoint());
    }

    private SharedConnections(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Who stands for many, told by address. */
    void exempt(Predicate<String> proxies) {
        endpoint.proxies = proxies;
    }

    private static final class Endpoint extends NioEndpoint {

        private volatile Predicate<String> proxies = address -> false;

        /** Those for whom it is false are closed. */
        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (isWelcome(socket)) {
                return super.setSocketOptions(socket);
            }
            destroySocket(socket);
            return false;
        }

        private boolean isWelcome(SocketChannel socket) {
            int most = getMaxConnections() / SHARES;
            if (getConnectionCount() <= most) {
                return true;
            }
            var address = address(socket);
            return proxies.test(address) || open(NetworkAddress.of(address)) < most;
        }

        private long open(String client) {
            return getConnections().stream()
                    .map(SocketWrapperBase::getRemoteAddr)
                    .filter(it -> it != null && NetworkAddress.of(it).equals(client))
                    .count();
        }

        private static String address(SocketChannel socket) {
            try {
                return socket.getRemoteAddress() instanceof InetSocketAddress peer
                        ? peer.getAddress().getHostAddress()
                        : "";
            } catch (IOException gone) {
                return "";
            }
        }
    }
}
