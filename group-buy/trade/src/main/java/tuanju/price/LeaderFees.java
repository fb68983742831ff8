package tuanju.price;

import java.time.Instant;
import tuanju.community.CommunityId;
import tuanju.money.Percentage;

/** The share of the goods' price that leaders get; said by whoever pays it, asked by what is paid out of it. */
public interface LeaderFees {

    /** Of orders placed now in this community. */
    Percentage feeNow(CommunityId community);

    /** Of those placed then. */
    Percentage feeAt(CommunityId community, Instant placed);
}
