package tuanju.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tuanju.sandbox.SignedMessage;

/** A line to the sandbox that fails as tests tell it to, for calls that mention a given text. */
final class FaultyLine implements AutoCloseable, Supplier<URI> {

    enum Fault {
        NONE,
        ERROR,
        RESET,
        RESET_AFTER_IT_ARRIVED,
        TRUNCATED,
        UNSIGNED,
        BADLY_SIGNED,
        NO_ANSWER
    }

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConcurrentMap<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Function<String, Lie>> lies = new ConcurrentHashMap<>();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private volatile URI target = URI.create("http://127.0.0.1:1");

    FaultyLine() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    @Override
    public URI get() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void leadTo(int port) {
        target = URI.create("http://127.0.0.1:" + port);
    }

    /** The next calls that mention this text fail like this, in turn. */
    void plan(String mention, Fault... next) {
        faults.put(mention, new ConcurrentLinkedQueue<>(List.of(next)));
    }

    /** Every call so far: its method, address and body. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** From now on answers to calls that mention this text are what the liar makes of them, signed by the provider all the same. */
    void lie(String mention, UnaryOperator<String> liar, KeyPair provider) {
        lies.put(mention, body -> {
            var told = liar.apply(body);
            return new Lie(told, new SignedMessage(SignedMessage.ANSWER, told).sign(provider, Instant.now()));
        });
    }

    private record Lie(String body, Map<String, String> signature) {}

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var text = exchange.getRequestURI() + new String(body, StandardCharsets.UTF_8);
        heard.add(exchange.getRequestMethod() + " " + text);
        var fault = next(text);
        switch (fault) {
            case ERROR -> exchange.sendResponseHeaders(500, -1);
            case RESET -> {}
            case NO_ANSWER -> {
                return;
            }
            default -> answer(exchange, forward(exchange, body), fault, text);
        }
        exchange.close();
    }

    private Fault next(String text) {
        return faults.entrySet().stream()
                .filter(it -> text.contains(it.getKey()))
                .map(it -> it.getValue().poll())
                .filter(it -> it != null)
                .findFirst()
                .orElse(Fault.NONE);
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("sandbox-") || name.equalsIgnoreCase("content-type")) {
                request.header(name, values.getFirst());
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> real, Fault fault, String call) throws IOException {
        var lie = lies.entrySet().stream()
                .filter(it -> call.contains(it.getKey()))
                .map(it -> it.getValue().apply(new String(real.body(), StandardCharsets.UTF_8)))
                .findFirst();
        if (lie.isPresent()) {
            lie.get().signature().forEach(exchange.getResponseHeaders()::set);
            var told = lie.get().body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(real.statusCode(), told.length);
            exchange.getResponseBody().write(told);
            return;
        }
        if (fault == Fault.RESET_AFTER_IT_ARRIVED) {
            return;
        }
        if (fault != Fault.UNSIGNED) {
            real.headers().map().forEach((name, values) -> {
                if (name.toLowerCase(Locale.ROOT).startsWith("sandbox-")) {
                    exchange.getResponseHeaders().set(name, values.getFirst());
                }
            });
        }
        if (fault == Fault.BADLY_SIGNED) {
            exchange.getResponseHeaders().set(SignedMessage.NONCE, "another");
        }
        var length = fault == Fault.TRUNCATED ? real.body().length / 2 : real.body().length;
        exchange.sendResponseHeaders(real.statusCode(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(real.body(), 0, length);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
