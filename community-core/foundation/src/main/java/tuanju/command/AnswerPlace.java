package tuanju.command;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import tuanju.outbox.StoredJson;

/** Where the answer to one command that is running is kept: by the command itself, if it takes it here, else after it. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class AnswerPlace {

    private final CommandKey key;
    private final StoredJson stored;
    private boolean taken;

    /** The answer to keep. Who takes it keeps it, in the same transaction, or ends in a refusal. */
    public KeptAnswer take(Object answer) {
        taken = true;
        return key.key() == null
                ? KeptAnswer.NONE
                : new KeptAnswer(key.principal(), key.route(), key.key(), stored.write(answer));
    }

    boolean isTaken() {
        return taken;
    }
}
