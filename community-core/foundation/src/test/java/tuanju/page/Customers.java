package tuanju.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** People who ask a program on this port, each from an address of their own. */
final class Customers {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Customers(int port) {
        this.port = port;
    }

    /** Asks and does not wait. */
    CompletableFuture<HttpResponse<String>> send(String path, String client) {
        return http.sendAsync(request(path, Map.of("X-Forwarded-For", client)), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        return http.send(request(path, headers), BodyHandlers.ofString());
    }

    /** Hears the answer while it comes. */
    HttpResponse<InputStream> listen(String path) throws IOException, InterruptedException {
        return http.send(request(path, Map.of()), BodyHandlers.ofInputStream());
    }

    /** Writes this as it stands, however little of a request it is. */
    Socket write(String text) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private HttpRequest request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html, */*");
        headers.forEach(request::setHeader);
        return request.build();
    }
}
