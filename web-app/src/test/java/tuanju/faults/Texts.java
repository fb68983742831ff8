package tuanju.faults;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A provider of text messages that may be well, broken or silent, and remembers the last code it brought to a phone. */
final class Texts {

    enum Mood {
        WELL,
        BROKEN,
        SILENT
    }

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final HttpServer server;
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.WELL;

    Texts() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** What makes a program send its messages here. */
    List<String> settings() {
        return List.of(
                "--tuanju.sms=webhook",
                "--tuanju.sms-url=http://127.0.0.1:%d/messages"
                        .formatted(server.getAddress().getPort()),
                "--tuanju.secret=a-secret-for-tests-that-is-long-enough-to-be-one");
    }

    void become(Mood next) {
        mood = next;
    }

    /** The code that was last sent to this phone. */
    @Nullable
    String codeFor(String phone) {
        return codes.get(phone);
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (mood == Mood.SILENT) {
            return;
        }
        if (mood == Mood.WELL) {
            var code = CODE.matcher(JsonPath.<String>read(body, "$.text"));
            if (code.find()) {
                codes.put(JsonPath.read(body, "$.phone"), code.group(1));
            }
        }
        exchange.sendResponseHeaders(mood == Mood.WELL ? 204 : 500, -1);
        exchange.close();
    }
}
