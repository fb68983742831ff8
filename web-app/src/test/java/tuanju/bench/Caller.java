package tuanju.bench;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One connection to the program, kept open as long as it lets one: a client so light that it is the program which is measured. */
final class Caller implements AutoCloseable {

    private static final AtomicInteger HOMES = new AtomicInteger();

    private final URI program;
    /** Each calls from an address of its own, as people do: what one client may have at once is limited. */
    private final int home = HOMES.getAndIncrement() % 60_000;

    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    /** What came back. */
    record Reply(int status, String body) {

        <T> T read(String path) {
            return JsonPath.read(body, path);
        }

        Reply must(int expected) {
            if (status != expected) {
                throw new IllegalStateException("Answered " + status + ", not " + expected + ": " + body);
            }
            return this;
        }

        /** It was done; false when there were too many at once. Anything else is a fault of the program. */
        boolean isDone(int expected) {
            return status != 429 && status != 503 && must(expected).status == expected;
        }
    }

    Caller(URI program) {
        this.program = program;
    }

    Reply get(String path, @Nullable String token) {
        return send("GET", path, token, "application/json", "");
    }

    Reply post(String path, @Nullable String token, String json) {
        return send("POST", path, token, "application/json", json);
    }

    Reply put(String path, String token, String json) {
        return send("PUT", path, token, "application/json", json);
    }

    Reply submit(String path, String form) {
        return send("POST", path, null, "application/x-www-form-urlencoded", form);
    }

    private Reply send(String method, String path, @Nullable String token, String type, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + program.getAuthority() + "\r\n");
        if (!method.equals("GET")) {
            head.append("Content-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n");
            head.append("Idempotency-Key: " + UUID.randomUUID() + "\r\n");
        }
        if (token != null) {
            head.append("Authorization: Bearer " + token + "\r\n");
        }
        try {
            open().getOutputStream().write((head.append("\r\n") + body).getBytes(StandardCharsets.UTF_8));
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that is open, or a new one: the program hangs up after a hundred answers. */
    private Socket open() throws IOException {
        var open = socket;
        if (open == null) {
            var from = InetAddress.getByAddress(new byte[] {127, 1, (byte) (home / 250), (byte) (home % 250 + 1)});
            open = new Socket(InetAddress.getByName(program.getHost()), program.getPort(), from, 0);
            open.setTcpNoDelay(true);
            in = new BufferedInputStream(open.getInputStream(), 1 << 16);
            socket = open;
        }
        return open;
    }

    private Reply read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean inChunks = false;
        boolean isLast = false;
        for (String line; !(line = line().toLowerCase(Locale.ROOT)).isEmpty(); ) {
            if (line.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            inChunks |= line.startsWith("transfer-encoding: chunked");
            isLast |= line.startsWith("connection: close");
        }
        var reply = new Reply(status, inChunks ? chunks() : text(length));
        if (isLast) {
            close();
        }
        return reply;
    }

    private String chunks() throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int size; (size = Integer.parseInt(line(), 16)) > 0; line()) {
            whole.write(bytes(size));
        }
        line();
        return whole.toString(StandardCharsets.UTF_8);
    }

    private String text(int length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("cut");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next; (next = in.read()) != '\n'; ) {
            if (next < 0) {
                throw new EOFException("cut");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try (var ending = socket) {
            socket = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
