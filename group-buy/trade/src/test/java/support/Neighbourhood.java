package support;

import java.util.List;
import tuanju.catalog.SkuId;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.community.PickupPointCard;
import tuanju.member.MemberId;

/** A community of its own with a leader, a pickup point, and grapes at ¥52. */
public interface Neighbourhood {

    CommunityCard card();

    MemberId leader();

    PickupPointCard point();

    SkuId sku();

    List<MemberId> members();

    default CommunityId id() {
        return card().id();
    }

    default MemberId member(int number) {
        return members().get(number);
    }
}
