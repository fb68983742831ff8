package tuanju.points;

import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Whose points: one member's, in one community. */
record Owner(CommunityId community, MemberId member) {}
