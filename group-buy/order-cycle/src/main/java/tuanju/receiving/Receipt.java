package tuanju.receiving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;
import tuanju.picture.PictureRef;

/**
 * What came of one product of a cycle, as it was counted.
 *
 * @param damaged of those that arrived
 * @param version counts up with every correction
 */
public record Receipt(
        int arrived, int damaged, String note, @Nullable PictureRef picture, int version, MemberId by, Instant at) {

    /** Pieces that can be handed out. */
    public int usable() {
        return arrived - damaged;
    }
}
