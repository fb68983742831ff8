package tuanju.community;

import tuanju.member.MemberId;

/** A member became a leader of a community. */
public record LeaderApproved(MemberId member, CommunityId community) {}
