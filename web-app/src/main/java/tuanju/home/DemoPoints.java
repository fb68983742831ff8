package tuanju.home;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.points.CheckingIn;
import tuanju.points.PointsDesk;

/** Points in the demo community: on from the beginning, so that the first morning's orders give some, and a check-in of each. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoPoints {

    private final PointsDesk desk;
    private final CheckingIn checkingIn;
    private final Memberships memberships;

    void begin(MemberId leader, CommunityId community) {
        desk.switchOn(leader, community);
    }

    void checkIn(DemoMorning.Cast cast) {
        cast.neighbours().forEach(it -> {
            memberships.join(it, cast.community());
            checkingIn.checkIn(cast.community(), it);
        });
    }
}
