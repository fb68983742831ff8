package tuanju.points;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Points to be used at once, for tests of other modules: as a check-in gives them. */
@TestComponent
@RequiredArgsConstructor
public class GivingPoints {

    private final PointsKeeping keeping;

    @Transactional
    public void give(CommunityId community, MemberId member, int points) {
        var at = Instant.now();
        keeping.add(
                new Owner(community, member), Entry.Kind.CHECKED_IN, Lot.got(Lot.Rule.CHECK_IN, null, points, at, at));
    }
}
