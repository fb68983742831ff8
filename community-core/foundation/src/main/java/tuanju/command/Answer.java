package tuanju.command;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The answer to a command.
 *
 * @param replayed true when this is the stored answer to an earlier call with the same key
 */
public record Answer<T>(T value, boolean replayed) {

    /** The answer as a response of the API; a stored one says so in the header Idempotent-Replayed. */
    public ResponseEntity<T> with(HttpStatus status) {
        return with(status, value);
    }

    /** The same, saying this: how what the answer stands for is now. */
    public <B> ResponseEntity<B> with(HttpStatus status, B body) {
        return marked(ResponseEntity.status(status)).body(body);
    }

    /** The same as 201, with where the new thing is. */
    public <B> ResponseEntity<B> createdAt(String path, B body) {
        return marked(ResponseEntity.created(URI.create(path))).body(body);
    }

    /** The same as 204: it was done, and there is nothing to say. */
    public ResponseEntity<Void> done() {
        return marked(ResponseEntity.status(HttpStatus.NO_CONTENT)).build();
    }

    private ResponseEntity.BodyBuilder marked(ResponseEntity.BodyBuilder response) {
        return replayed ? response.header("Idempotent-Replayed", "true") : response;
    }
}
