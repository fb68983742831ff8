package tuanju.home;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.points.CheckingIn;
import tuanju.points.PointsDesk;
import tuanju.redemption.PointsGoodsKeeping;
import tuanju.redemption.PointsGoodsKeeping.Draft;
import tuanju.redemption.Redeeming;

/** Points in the demo community: on from the beginning, so that the first morning's orders give some, and a check-in of each. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoPoints {

    private final PointsDesk desk;
    private final CheckingIn checkingIn;
    private final Memberships memberships;
    private final PointsGoodsKeeping keeping;
    private final Redeeming redeeming;

    void begin(MemberId leader, CommunityId community) {
        desk.switchOn(leader, community);
    }

    /** Three neighbours have lemons for their points: one fetched them, one waits, and for one there were none. */
    void have(DemoMorning.Cast cast, String community) {
        var lemons = keeping.put(cast.leader(), new Draft(community, "柠檬 2 只", "安岳来的，泡水切片都好", 2, 12, null));
        keeping.put(cast.leader(), new Draft(community, "土鸡蛋 10 枚", "自家散养，当周的", 500, 8, null));
        for (int neighbour = 0; neighbour < 3; neighbour++) {
            var had = redeeming.redeem(cast.neighbour(neighbour), lemons);
            if (neighbour == 0) {
                redeeming.handOver(cast.leader(), had.code());
            } else if (neighbour == 1) {
                redeeming.giveBack(cast.leader(), had.code(), "箱底几只坏了，不好给您，积分退了。");
            }
        }
    }

    void checkIn(DemoMorning.Cast cast) {
        cast.neighbours().forEach(it -> {
            memberships.join(it, cast.community());
            checkingIn.checkIn(cast.community(), it);
        });
    }
}
