package tuanju.community;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;

/** Finds pickup points (自提点). */
@Component
public class PickupPoints {

    /** The open points of a community, by name. */
    public List<PickupPointCard> in(CommunityId community) {
        throw new UnsupportedOperationException();
    }

    /** One point of this community; refuses with NotFound. */
    public PickupPointCard get(CommunityId community, UUID point) {
        throw new UnsupportedOperationException();
    }

    /** The points where this member hands over. */
    public List<PickupPointCard> ledBy(CommunityId community, MemberId leader) {
        throw new UnsupportedOperationException();
    }
}
