package tuanju.cycle.planning;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.CommunityId;
import tuanju.community.PickupPointCard;
import tuanju.community.PickupPoints;
import tuanju.cycle.PickupPlace;
import tuanju.member.MemberId;

/** The pickup points a leader may offer a cycle at: their own, while they are open. */
@Component
@RequiredArgsConstructor
class OwnPoints {

    private final PickupPoints points;

    List<PickupPointCard> of(MemberId leader, CommunityId community) {
        return points.ledBy(community, leader).stream()
                .filter(PickupPointCard::open)
                .toList();
    }

    /** The place of one of these; refuses any other with Invalid for this field. */
    static PickupPlace place(List<PickupPointCard> own, UUID point, String field) {
        return own.stream()
                .filter(each -> each.id().equals(point))
                .findFirst()
                .map(PickupPlace::of)
                .orElseThrow(() -> new Invalid(field, "cycle-choice-missing"));
    }
}
