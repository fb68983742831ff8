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
 * @param hidden why operators hid it; null while they did not. Only its author reads such a comment
 * @param answers oldest first; empty under an answer
 */
public record Comment(
        Code code,
        Author author,
        String text,
        Instant written,
        boolean mine,
        @Nullable String hidden,
        List<Comment> answers) {}
