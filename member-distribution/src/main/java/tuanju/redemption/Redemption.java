package tuanju.redemption;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * One of them that a member had.
 *
 * @param pickupCode said where it is fetched
 * @param reason why it could not be handed over; null where that did not happen
 */
public record Redemption(
        CommunityId community,
        UUID id,
        Code code,
        UUID goods,
        MemberId member,
        UUID point,
        String title,
        int points,
        String pickupCode,
        State state,
        Instant redeemed,
        @Nullable String reason) {

    /** Why one came back that nobody could hand over any more. */
    static final String NOBODY_HANDS_OVER = "nobody-hands-over";

    public boolean isHandedOverByNobody() {
        return NOBODY_HANDS_OVER.equals(reason);
    }

    /** Where it is. */
    public enum State {
        WAITING,
        HANDED,
        RETURNED
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }
}
