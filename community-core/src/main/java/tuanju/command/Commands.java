package tuanju.command;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Runs a command from outside once per idempotency key. */
@Component
public class Commands {

    /** Runs the command in one transaction with its key: the first call runs it, a repeat gets the first answer again, another body under the same key is refused (422 idempotency-key-reused), a call still running elsewhere is refused (409 still-running). Without a key it just runs in a transaction. The answer is kept as JSON. */
    public <T> Answer<T> once(CommandKey key, Class<T> type, Supplier<T> command) {
        throw new UnsupportedOperationException();
    }
}
