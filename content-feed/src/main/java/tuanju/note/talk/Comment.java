package tuanju.note.talk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.note.Author;

/**
 * What somebody said under a note.
 *
 * @param mine whether the reader wrote it
 * @param hidden why it was hidden; empty for the time being, null while it is not. Only its author reads such a comment
 * @param answers oldest first; empty under an answer
 */
public record Comment(
        Code code,
        Author author,
        String text,
        Instant written,
        boolean mine,
        @Nullable String hidden,
        List<Comment> answers) {

    /** What it is before whoever keeps order. */
    public static final String KIND = "COMMENT";
}
