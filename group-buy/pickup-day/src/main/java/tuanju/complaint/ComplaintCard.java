package tuanju.complaint;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * A complaint with what became of it.
 *
 * @param about what it is about
 * @param byBuyer whether its buyer reported it, and not who stood at the desk
 * @param given zero while it waits and when it was declined
 * @param byLeader whether the leader's allowance carried it
 * @param decided null while it waits
 * @param answer what who decided wrote; empty when nothing
 */
public record ComplaintCard(
        UUID id,
        CommunityId community,
        About about,
        Instant reported,
        MemberId reporter,
        boolean byBuyer,
        ComplaintStatus status,
        Money given,
        boolean byLeader,
        @Nullable Instant decided,
        String answer,
        Turn turn) {

    /**
     * Whose word it is.
     *
     * @param withLeader whether it waits for its leader now, and not for an operator
     * @param word what the leader wrote when passing it on; empty when nothing
     */
    public record Turn(boolean withLeader, String word) {}

    /**
     * What is complained about.
     *
     * @param note what the leader wrote; empty when nothing
     * @param picture the photo's reference; null where there is none
     */
    public record About(
            UUID order,
            String orderCode,
            String productName,
            String spec,
            ComplaintKind kind,
            int pieces,
            Money asked,
            String note,
            @Nullable String picture) {

        /** Product and spec in one, said once where the name already holds the spec. */
        public String title() {
            return spec.isBlank() || productName.contains(spec) ? productName : productName + " · " + spec;
        }
    }

    public boolean waiting() {
        return status == ComplaintStatus.WAITING;
    }

    /** The last part of message keys that say where it stands. */
    public String standing() {
        return turn.withLeader() ? "WITH_LEADER" : status.name();
    }
}
