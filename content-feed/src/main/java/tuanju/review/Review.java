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
 * @param held whether its words are hidden for the time being
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
        boolean held,
        List<Answer> answers) {

    /** What it is before whoever keeps order. */
    static final String KIND = "REVIEW";

    /** What the leader or the platform says to it. */
    record Answer(String side, String words, Instant at) {}
}
