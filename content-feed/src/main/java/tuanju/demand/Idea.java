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
 * @param merged whether another one says the same and has the votes
 * @param mergedInto that one; null where it stands for itself, and where that one was taken back
 * @param hidden why operators hid it; null while they did not
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
        boolean merged,
        @Nullable Code mergedInto,
        @Nullable String hidden,
        Instant written) {

    public String path() {
        return "/ideas/" + code;
    }

    /** Whether it takes votes. */
    public boolean isOpen() {
        return status.isOpen() && !merged && hidden == null;
    }

    /**
     * What the leader said to it.
     *
     * @param status what it became by that
     */
    public record Answer(IdeaStatus status, String reason, Instant at) {}
}
