package tuanju.secondword;

import java.time.Instant;
import java.util.UUID;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/**
 * What one operator wants to do and another has to confirm.
 *
 * @param thing what it is about, by its id in the community
 * @param reason what the proposer said about it
 * @param expiresAt from then on nobody can confirm it
 */
public record Proposal(UUID id, About about, Money sum, String reason, MemberId proposer, Instant expiresAt) {

    /** What it is about: a kind of act, and the thing in a community. */
    public record About(String kind, CommunityId community, UUID thing) {}
}
