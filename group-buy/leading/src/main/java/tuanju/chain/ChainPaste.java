package tuanju.chain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tuanju.chain.reading.ChainListReader;
import tuanju.command.Invalid;

/**
 * A text from the group, as pasted.
 *
 * @param self who 我 is where nobody else is speaking; empty when not said
 * @param point where orders are collected that name no point themselves; null for the cycle's main point
 */
@NamedInterface("rooms")
public record ChainPaste(String text, String self, @Nullable UUID point) {

    static final int MOST_BYTES = 100 * 1024;
    private static final int MOST_LINES = 3000;
    private static final int LONGEST_NAME = 40;

    public ChainPaste {
        text = text.replace("\0", "");
        self = self.replace("\0", "").strip();
        if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ChainListTooLong(MOST_BYTES / 1024);
        }
        if (text.isBlank()) {
            throw new Invalid("text", "chain-list-empty");
        }
        if (ChainListReader.lines(text).size() > MOST_LINES) {
            throw new Invalid("text", "chain-list-lines", MOST_LINES);
        }
        if (self.length() > LONGEST_NAME) {
            throw new Invalid("self", "chain-list-self", LONGEST_NAME);
        }
    }

    /** Collected at the main point, where a line does not say another. */
    public ChainPaste(String text, String self) {
        this(text, self, null);
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
