package tuanju.secondword;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * What one operator wants to do and another has to confirm.
 *
 * @param expiresAt from then on nobody can confirm it
 */
public record Proposal(UUID id, About about, Wish wish, MemberId proposer, Instant expiresAt) {

    /**
     * What it is about: a kind of act, and the thing.
     *
     * @param community whose the thing is; null where it is nobody's
     */
    public record About(String kind, @Nullable CommunityId community, UUID thing) {}

    /**
     * What shall become of it.
     *
     * @param sum how much it moves; zero where it is no money
     * @param wanted what it shall be from then on, as the act itself reads it; forgotten once it is decided
     * @param reason what the proposer says about it
     */
    public record Wish(Money sum, String wanted, String reason) {

        /** Money that moves. */
        public static Wish ofMoney(Money sum, String reason) {
            return new Wish(sum, "", reason);
        }

        /** No money moves by it. */
        public static Wish to(String wanted, String reason) {
            return new Wish(Money.ZERO, wanted, reason);
        }
    }
}
