package tuanju.review;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.note.Author;

/**
 * A review as it is read.
 *
 * @param words empty where nothing was said, or they are hidden
 * @param mine whether it is the reader's
 * @param removedFor the reason of the law for which its words were hidden; null where they were not
 */
record Review(
        Code code,
        Author author,
        String product,
        Stars stars,
        String words,
        Instant written,
        boolean mine,
        @Nullable String removedFor,
        @Nullable String removedReason,
        List<Answer> answers) {

    /** What the leader or the platform says to it. */
    record Answer(String side, String words, Instant at) {}
}
