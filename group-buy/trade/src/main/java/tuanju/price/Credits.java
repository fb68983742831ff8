package tuanju.price;

import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Told by whoever keeps members' credit what they could pay with now. */
public interface Credits {

    Money freeOf(MemberId member, CommunityId community);
}
