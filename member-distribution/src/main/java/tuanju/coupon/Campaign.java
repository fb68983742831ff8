package tuanju.coupon;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * A campaign as it stands.
 *
 * @param leader whose money it is and in whose orders it counts; null where it is not a leader's
 * @param held set aside for orders that wait for their money
 * @param given really given
 * @param claimed how many were claimed
 * @param endedAt since when none may be claimed any more, because its maker said so; else null
 */
record Campaign(
        CommunityId community,
        UUID id,
        Code code,
        NewCampaign what,
        @Nullable MemberId leader,
        Money held,
        Money given,
        int claimed,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    enum State {
        COMING,
        OPEN,
        OVER,
        ENDED
    }

    State stateAt(Instant now) {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (now.isBefore(what.opens())) {
            return State.COMING;
        }
        return now.isBefore(what.closes()) ? State.OPEN : State.OVER;
    }

    /** Whether nobody can have one more: of what costs points never more are had than its budget pays for whole. */
    boolean isSpent() {
        var off = what.terms().off();
        return what.points() == null
                ? what.terms().leastWorth().isMoreThan(left())
                : off.times(claimed + 1).isMoreThan(what.budget());
    }

    /** What it can still give. */
    public Money left() {
        return what.budget().minus(held.plus(given));
    }
}
