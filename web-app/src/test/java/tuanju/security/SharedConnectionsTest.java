package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import support.Patience;

@DisplayName("W-17 Connections on which nothing is asked")
class SharedConnectionsTest {

    private static final String CROWD = "127.0.0.1";
    private static final String NEIGHBOUR = "127.0.0.2";
    private static final int MOST = 4;

    private final Tomcat server = new Tomcat();
    private final Connector connector = new Connector(SharedConnections.class.getName());
    private final List<Socket> open = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path home) throws LifecycleException {
        connector.setPort(0);
        connector.setProperty("maxConnections", Integer.toString(MOST * 8));
        server.setBaseDir(home.toString());
        server.setConnector(connector);
        server.addContext("", null);
        server.start();
    }

    @AfterEach
    void stop() throws LifecycleException, IOException {
        for (var socket : open) {
            socket.close();
        }
        server.stop();
        server.destroy();
    }

    @Test
    @DisplayName("of one client are closed beyond an eighth of all, and others come in")
    void oneClientHasItsShare() throws IOException {
        for (int i = 0; i < MOST * 10; i++) {
            connect(CROWD);
        }
        Patience.await()
                .until(() -> open.stream().filter(SharedConnectionsTest::isOpen).count() <= MOST + 1);
        assertThat(ask(connect(NEIGHBOUR))).startsWith("HTTP/1.1 404");
    }

    @Test
    @DisplayName("of a listed proxy are not counted")
    void aProxyStandsForMany() throws IOException {
        ((SharedConnections) connector.getProtocolHandler()).exempt(CROWD::equals);
        for (int i = 0; i < MOST * 4; i++) {
            connect(CROWD);
        }
        for (var socket : open) {
            assertThat(ask(socket)).startsWith("HTTP/1.1 404");
        }
    }

    private Socket connect(String from) throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(30_000);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.getByName(CROWD), connector.getLocalPort()));
        open.add(socket);
        return socket;
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    /** Nothing is ever said on it: either it is closed, or there is nothing to read. */
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(10);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException nothing) {
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
