package tuanju.moderation;

import java.time.Instant;

/**
 * A word that is not kept in what people write.
 *
 * @param namesOnly whether it may stand in texts, and only nobody may be called so
 * @param since when it was put on the list
 */
public record RefusedWord(String word, boolean namesOnly, Instant since) {

    boolean concerns(Written what) {
        return what == Written.NAME || !namesOnly;
    }
}
