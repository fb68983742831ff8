package tuanju.command;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tuanju.outbox.StoredJson;

/** Runs a command from outside once per idempotency key. */
@Slf4j
@Component
@RequiredArgsConstructor
public class Commands {

    /** A second tap on a button finds the first one still at work: waiting a moment is kinder than refusing. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final CommandKeys keys;
    private final TransactionOperations transaction;
    private final StoredJson stored;

    /**
     * Runs the command in one transaction with its key: the first call runs it, a repeat gets the first answer again,
     * another body under the same key is refused (422 idempotency-key-reused), a call that is still running elsewhere
     * after a moment's patience is refused (409 still-running). Without a key it just runs in a transaction. A refused
     * command keeps nothing, so it may be tried again. The answer is kept as JSON for a day; a repeat whose answer cannot be
     * read any more is told that the command was done (410 answer-lost).
     */
    public <T> Answer<T> once(CommandKey key, Class<T> type, Supplier<T> command) {
        return once(key, null, type, command);
    }

    /** The same for a command that one person may do only so often; beyond that it is refused (429) with the seconds to wait. */
    public <T> Answer<T> once(CommandKey key, @Nullable Pace pace, Class<T> type, Supplier<T> command) {
        return onceKeeping(key, pace, type, place -> command.get());
    }

    /** The same for a command whose last statement may keep its answer itself. */
    public <T> Answer<T> onceKeeping(
            CommandKey key, @Nullable Pace pace, Class<T> type, Function<AnswerPlace, T> command) {
        if (key.key() == null) {
            return inTransaction(() -> new Answer<>(command.apply(new AnswerPlace(key, stored)), false));
        }
        refuseAnybody(key);
        var patience = TransactionSynchronizationManager.isActualTransactionActive() ? Duration.ZERO : PATIENCE;
        for (long end = System.nanoTime() + patience.toNanos(); ; pause()) {
            try {
                return inTransaction(() -> claimAndRun(key, pace, type, command));
            } catch (StillRunning stillRunning) {
                if (System.nanoTime() >= end) {
                    throw stillRunning;
                }
            }
        }
    }

    /** Forgets what was answered to this principal, who does not come again. */
    public void forgetOf(String principal) {
        keys.forgetOf(principal);
    }

    /**
     * What was answered to this command before; empty without a key or an answer. For what must be looked at before the
     * command may run, and not again for a repeat. Refuses another body under the same key.
     */
    public <T> Optional<Answer<T>> answered(CommandKey key, Class<T> type) {
        if (key.key() == null) {
            return Optional.empty();
        }
        refuseAnybody(key);
        return keys.kept(key).map(it -> new Answer<>(read(it, type), true));
    }

    /** Strangers would share one space of keys: the answer to one would be told to another, or keep another from asking. */
    private static void refuseAnybody(CommandKey key) {
        if (key.isOfAnybody()) {
            throw new IllegalStateException("Nobody can be told by this key; say by what its holder is: heldBy(…)");
        }
    }

    private <T> Answer<T> claimAndRun(
            CommandKey key, @Nullable Pace pace, Class<T> type, Function<AnswerPlace, T> command) {
        if (!keys.claim(key, pace)) {
            return new Answer<>(read(keys.answer(key, pace), type), true);
        }
        var place = new AnswerPlace(key, stored);
        T value = command.apply(place);
        if (!place.isTaken()) {
            keys.keep(key, stored.write(value));
        }
        return new Answer<>(value, false);
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return stored.read(answer, type);
        } catch (JacksonException unreadable) {
            // what it says quotes the answer, which may name people
            log.error(
                    "A stored answer is no {} any more: {}",
                    type.getName(),
                    unreadable.getClass().getName());
            throw new AnswerLost();
        }
    }

    @SuppressWarnings("NullAway") // the work never answers null
    private <T> Answer<T> inTransaction(Supplier<Answer<T>> work) {
        return transaction.execute(status -> work.get());
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StillRunning();
        }
    }
}
