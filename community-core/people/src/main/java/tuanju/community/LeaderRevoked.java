package tuanju.community;

import tuanju.member.MemberId;

/** A member no longer leads a community. */
public record LeaderRevoked(MemberId member, CommunityId community) {}
