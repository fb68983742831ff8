package tuanju.cycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/**
 * What others need to know of an order cycle: whose it is, when it closes, where and when its goods are collected.
 *
 * @param pickupFrom when the first of its pickup points begins
 * @param pickupUntil when the last of its pickup points ends
 * @param mainPoint the first of its points; the others are told by {@link CyclePoints}
 */
public record CycleCard(
        UUID id,
        CommunityId community,
        Code code,
        String title,
        MemberId leader,
        CycleStatus status,
        Instant opens,
        Instant cutOff,
        Instant pickupFrom,
        Instant pickupUntil,
        CyclePoint mainPoint,
        CycleTerms terms,
        Turns turns) {

    /**
     * What the clock and the leader have turned since it opened.
     *
     * @param decideBy until when the leader may extend a cycle short of its minimum; null when nothing is to decide
     * @param extended when its cut-off was moved, which happens once at most
     * @param edition how often its leader changed it while it was open
     */
    public record Turns(
            @Nullable Instant decideBy, @Nullable Instant extended, int edition) {

        /** Never changed. */
        public Turns(@Nullable Instant decideBy, @Nullable Instant extended) {
            this(decideBy, extended, 0);
        }

        public static final Turns NONE = new Turns(null, null);
    }

    /** What open tables of its leader's households listen to. */
    public String householdsTopic() {
        return householdsTopic(leader);
    }

    /** The same for whoever knows the leader alone. */
    public static String householdsTopic(MemberId leader) {
        return "households:" + leader.value();
    }

    /** The place of its main point. */
    public PickupPlace pickupPlace() {
        return mainPoint.place();
    }

    /** Whether members may order at this moment. */
    public boolean takesOrdersAt(Instant now) {
        return status == CycleStatus.OPEN && !now.isBefore(opens) && now.isBefore(cutOff);
    }

    /** Whether only what fills open cases is taken at this moment. */
    public boolean fillsCasesAt(Instant now) {
        var until = terms.boxfillUntil();
        return status == CycleStatus.BOXFILL && until != null && now.isBefore(until);
    }

    /** Whether it is short of its minimum and its leader may still extend it. */
    public boolean waitsForItsLeader() {
        return status == CycleStatus.OPEN && turns.decideBy() != null;
    }

    /** Whether its cut-off has come while those who ordered in time may still finish paying. */
    public boolean waitsForPayersAt(Instant now) {
        return status == CycleStatus.OPEN && turns.decideBy() == null && !now.isBefore(cutOff);
    }
}
