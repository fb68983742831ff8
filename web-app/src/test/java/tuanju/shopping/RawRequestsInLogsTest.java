package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tuanju.Logged;

/** What never reaches a route of ours because the server itself cannot read it. */
@ShopTest
@DisplayName("W-12 V-05")
class RawRequestsInLogsTest {

    private static final String PHONE = "13571357246";

    @LocalServerPort
    int port;

    @Test
    @DisplayName(
            "an address, a header, a cookie or a parameter that the server cannot read is not written into the log")
    void whatTheServerCannotReadIsNotLogged() throws IOException {
        try (var log = Logged.everything()) {
            ask("GET /sign-in?phone=" + PHONE + "{ HTTP/1.1", "");
            ask("GET /sign-in?phone=" + PHONE + "%C3%28%zz&next=%E0" + PHONE + "%ZZ HTTP/1.1", "");
            ask("GET /sign-in HTTP/1.1", "X phone " + PHONE + "\r\n");
            ask("GET /sign-in HTTP/1.1", "Cookie: phone=\"" + PHONE + "\\é\r\n");
            ask("POST /sign-in/codes HTTP/1.1", form("phone=" + PHONE + "%zz"));
            ask("VISIT" + PHONE + " / HTTP/1.1", "");
            assertThat(log.lines()).filteredOn(it -> it.contains(PHONE)).isEqualTo(List.of());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json"})
    @DisplayName("W-17 whoever goes away before all is sent leaves no fault in the log")
    void whoeverGoesAwayLeavesNoFaultInTheLog(String type) throws IOException {
        try (var log = Logged.everything()) {
            sendHalf("Content-Type: " + type + "\r\n");
            sendHalf("");
            assertThat(log.lines())
                    .filteredOn(it -> it.contains("Exception") || it.contains("500"))
                    .isEqualTo(List.of());
        }
    }

    /** Goes away in the middle, and waits until the server has noticed. */
    private void sendHalf(String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            var half = "POST /language HTTP/1.1\r\nHost: localhost\r\n" + header + "Content-Length: 100\r\n\r\nlang";
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static String form(String body) {
        return "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    /** Asks as no browser would, and waits until the server has hung up. */
    private void ask(String line, String rest) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            var request = line + "\r\nHost: localhost\r\nConnection: close\r\n" + rest + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 ");
        }
    }
}
