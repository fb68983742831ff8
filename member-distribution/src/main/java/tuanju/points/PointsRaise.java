package tuanju.points;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Says how much more points than usual an order of somebody gives; implemented by what members may have that raises them. */
public interface PointsRaise {

    /**
     * So much more.
     *
     * @param percent of the usual, from 101 to 300
     * @param by the id of what raises them
     */
    record Raise(int percent, UUID by) {}

    /** Of an order that they placed then; empty where it gives as much as usual. */
    Optional<Raise> of(CommunityId community, MemberId member, Instant placed);
}
