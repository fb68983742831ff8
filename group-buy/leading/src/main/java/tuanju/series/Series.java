package tuanju.series;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * A cycle that comes again by itself (固定开团).
 *
 * @param cycle its first round
 * @param opens whether the next round is opened at once, or is written as a draft for its leader
 * @param next when the next round is due
 * @param last what came of the turn before; null before the first
 */
record Series(
        UUID id,
        CommunityId community,
        MemberId leader,
        UUID cycle,
        Rhythm rhythm,
        boolean opens,
        Instant next,
        boolean paused,
        @Nullable Turn last) {

    /** What came of a turn, and when. */
    record Turn(Outcome outcome, Instant at) {}

    enum Outcome {
        /** The next round is open. */
        OPENED,
        /** The next round stands as a draft until its leader opens it. */
        WAITING,
        /** The round before still takes orders. */
        SKIPPED,
        /** It could not be opened; its leader looks why. */
        FAILED
    }
}
