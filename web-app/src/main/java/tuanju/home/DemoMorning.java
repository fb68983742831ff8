package tuanju.home;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.community.PickupPointCard;
import tuanju.member.MemberId;
import tuanju.order.WhenFull;
import tuanju.order.life.PlacedOrder;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.joining.TeamOpening;

/**
 * A first morning in the demo community: neighbours open teams, join and pay at the sandbox, each step as anyone would do
 * it. Some teams form, some still miss somebody; most of what is certain to come is handed over at once.
 */
@Slf4j
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
class DemoMorning {

    private static final int SHOPPER = 0;

    private final TeamOpening opening;
    private final TeamJoining joining;
    private final DemoTill till;
    private final DemoRound round;
    private final DemoHandingOver handingOver;

    /** Who takes part, and where they collect. */
    record Cast(CommunityId community, MemberId leader, List<MemberId> neighbours, PickupPointCard gate) {

        /** Any neighbour but the shopper, who is left for the newcomer to be. */
        MemberId neighbour(int number) {
            return neighbours.get(SHOPPER + 1 + Math.floorMod(number, neighbours.size() - 1));
        }
    }

    void live(Cast cast, List<Code> offers) {
        var certain = new ArrayList<PlacedOrder>();
        for (int i = 0; i < offers.size(); i++) {
            // every third offer sees a team formed, every second one a team that misses one person
            if (i % 3 == 0) {
                certain.addAll(team(cast, offers.get(i), i, true));
            }
            if (i % 2 == 0) {
                team(cast, offers.get(i), i + 5, false);
            }
            if (i % 5 == 1) {
                certain.add(pay(cast.neighbour(i), opening.buyAlone(cast.neighbour(i), offers.get(i), wish(cast, 1))));
            }
        }
        certain.addAll(round.closeEarly(cast));
        handingOver.most(cast, certain);
        round.open(cast);
    }

    private List<PlacedOrder> team(Cast cast, Code offer, int first, boolean forms) {
        var opened = opening.open(cast.neighbour(first), offer, wish(cast, 1 + first % 2));
        var orders = new ArrayList<PlacedOrder>();
        orders.add(pay(cast.neighbour(first), opened.order()));
        int joiners = opened.team().size() - (forms ? 1 : 2);
        for (int i = 1; i <= joiners; i++) {
            var member = cast.neighbour(first + i);
            var joined = joining.join(member, opened.team().code(), wish(cast, 1));
            orders.add(pay(member, joined.order()));
        }
        return orders;
    }

    private PlacedOrder pay(MemberId buyer, PlacedOrder order) {
        till.pay(buyer, order.code());
        return order;
    }

    private static SeatRequest wish(Cast cast, int quantity) {
        return new SeatRequest(quantity, WhenFull.OPEN_NEW, cast.gate().id(), "", null);
    }
}
