package tuanju.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client of the program: asks with one key for one wish, as often as it takes until there is an answer, and writes down
 * what each try brought.
 *
 * @param token from signing in; null for a stranger
 */
record Person(
        URI program,
        History history,
        String phone,
        @Nullable String token) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ONE_TRY = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** Nobody waits for ever. */
    static final class GaveUp extends RuntimeException {
        GaveUp(String what) {
            super(what);
        }
    }

    Person signIn(String password) {
        var who = "{\"phone\":\"%s\",\"password\":\"%s\"}".formatted(phone, password);
        var answer = post("/api/v1/tokens", who);
        if (answer.status() != 201) {
            throw new IllegalStateException(phone + " cannot sign in: " + answer);
        }
        return new Person(program, history, phone, answer.read("$.token"));
    }

    Answer get(String path) {
        return insist(request("GET", path, null));
    }

    Answer post(String path, String json) {
        return insist(request("POST", path, json));
    }

    Answer put(String path, String json) {
        return insist(request("PUT", path, json));
    }

    Answer delete(String path) {
        return insist(request("DELETE", path, null));
    }

    /** As a form of a page. */
    Answer submit(String path, String form) {
        return insist(HttpRequest.newBuilder(program.resolve(path))
                .timeout(ONE_TRY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Sends a file under the name "file". */
    Answer upload(String path, byte[] file) {
        var edge = "edge-" + UUID.randomUUID();
        var head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"orders.xlsx\"\r\n\r\n"
                .formatted(edge);
        var tail = "\r\n--%s--\r\n".formatted(edge);
        return insist(signed(path)
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString(tail, StandardCharsets.UTF_8)))
                .build());
    }

    /** One try and no more, for who wants to see how a single answer looks. */
    Answer once(HttpRequest request) {
        var what = request.method() + " " + request.uri().getPath();
        long began = System.nanoTime();
        var answer = send(request);
        history.tried(what, answer, Duration.ofNanos(System.nanoTime() - began));
        return answer;
    }

    HttpRequest request(String method, String path, @Nullable String json) {
        var request = signed(path);
        return json == null
                ? request.method(method, BodyPublishers.noBody()).build()
                : request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build();
    }

    private Answer insist(HttpRequest request) {
        @Nullable Long cutAt = null;
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !isSentAway() && System.nanoTime() < end; ) {
            var answer = once(request);
            if (!answer.isUnknown() && !answer.isLater() && !answer.isBroken()) {
                if (cutAt != null && answer.replayed()) {
                    history.unheard(cutAt);
                }
                return answer;
            }
            cutAt = answer.isUnknown() ? Long.valueOf(System.nanoTime()) : cutAt;
            pause(answer.again());
        }
        var what = request.method() + " " + request.uri().getPath();
        history.givenUp(what);
        throw new GaveUp(what);
    }

    private static boolean isSentAway() {
        return Thread.currentThread().isInterrupted();
    }

    private static Answer send(HttpRequest request) {
        try {
            return Answer.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            return Answer.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    private static void pause(Duration asked) {
        var capped = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        Pause.of(capped.compareTo(BETWEEN) < 0 ? BETWEEN : capped);
    }

    private HttpRequest.Builder signed(String path) {
        var request = HttpRequest.newBuilder(program.resolve(path))
                .timeout(ONE_TRY)
                .header("Accept-Language", "zh-CN")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
