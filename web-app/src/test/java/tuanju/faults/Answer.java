package tuanju.faults;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What one try brought.
 *
 * @param status 0 when the connection was cut or nobody answered in time: nobody knows what became of the wish
 * @param replayed it is the stored answer to an earlier try
 * @param again when the program says to come again; zero when it does not say
 */
record Answer(int status, String body, boolean replayed, Duration again) {

    static final Answer NONE = new Answer(0, "", false, Duration.ZERO);

    static Answer of(HttpResponse<String> response) {
        var headers = response.headers();
        return new Answer(
                response.statusCode(),
                response.body(),
                headers.firstValue("Idempotent-Replayed").isPresent(),
                headers.firstValue("Retry-After")
                        .map(it -> Duration.ofSeconds(Long.parseLong(it)))
                        .orElse(Duration.ZERO));
    }

    boolean isUnknown() {
        return status == 0;
    }

    boolean isDone() {
        return status >= 200 && status < 400;
    }

    /** It was said with good manners that this cannot be now, and when to come again. */
    boolean isLater() {
        return (status == 503 || status == 429 || status == 409) && !again.isZero();
    }

    /** Our own fault: never to be seen, whatever has fallen. */
    boolean isBroken() {
        return (status >= 500 || status == 429) && !isLater();
    }

    History.Outcome outcome() {
        if (isUnknown()) {
            return History.Outcome.CUT;
        }
        if (isDone()) {
            return History.Outcome.DONE;
        }
        return isLater() || isBroken() ? History.Outcome.LATER : History.Outcome.REFUSED;
    }

    <T> T read(String path) {
        return JsonPath.read(body, path);
    }
}
