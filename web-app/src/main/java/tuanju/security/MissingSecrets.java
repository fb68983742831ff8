package tuanju.security;

import java.util.List;
import lombok.Getter;

/** A production start without everything it needs. */
@Getter
class MissingSecrets extends RuntimeException {

    private final transient List<String> missing;

    MissingSecrets(List<String> missing) {
        super("Missing in the environment: " + String.join("; ", missing));
        this.missing = List.copyOf(missing);
    }
}
