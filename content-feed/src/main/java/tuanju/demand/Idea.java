package tuanju.demand;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.note.Author;

/**
 * An idea as somebody reads it.
 *
 * @param votes how many want it
 * @param voted whether the reader does
 * @param mine whether the reader wrote it
 * @param mergedInto the one that says the same; null where it stands for itself
 */
record Idea(
        Code code,
        String kind,
        String title,
        String text,
        Author author,
        IdeaStatus status,
        int votes,
        boolean voted,
        boolean mine,
        @Nullable Code mergedInto,
        Instant written) {

    public String path() {
        return "/ideas/" + code;
    }

    /** Whether it takes votes. */
    public boolean isOpen() {
        return status.isOpen() && mergedInto == null;
    }

    /**
     * What the leader said to it.
     *
     * @param status what it became by that
     */
    public record Answer(IdeaStatus status, String reason, Instant at) {}
}
