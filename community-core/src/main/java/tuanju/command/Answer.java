package tuanju.command;

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
        var response = ResponseEntity.status(status);
        if (replayed) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.body(value);
    }
}
