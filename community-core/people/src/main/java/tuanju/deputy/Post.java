package tuanju.deputy;

import tuanju.community.CommunityCard;
import tuanju.member.MemberId;

/** Where somebody may act, and for which leader: for themselves, or for the leader they stand in for. */
public record Post(CommunityCard community, MemberId leader) {}
