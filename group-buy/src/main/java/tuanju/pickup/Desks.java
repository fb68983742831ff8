package tuanju.pickup;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;

/** Opens desks: to a leader their own, to anyone else there are none (404). */
@Component
@RequiredArgsConstructor
class Desks {

    private final OrderCycles cycles;
    private final Communities communities;
    private final Leaders leaders;
    private final PickupSettings settings;
    private final Clock clock;

    /** The desk of one cycle, until some time after its pickup. Refuses with NotFound what is not this leader's. */
    Desk ofCycle(MemberId leader, String code) {
        var cycle = cycles.ledBy(leader, read(code));
        if (isLongOver(cycle)) {
            throw new NotFound();
        }
        return new Desk(communities.get(cycle.community()), leader, cycle);
    }

    /** The desks where this leader hands over whatever waits, one per community. Refuses with NotFound who leads none. */
    List<Desk> ofToday(MemberId leader) {
        var led = leaders.communitiesLedBy(leader);
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return led.stream().map(community -> new Desk(community, leader, null)).toList();
    }

    /** Today's desk in the community that this order belongs to. */
    Desk ofTodayFor(MemberId leader, String orderCode) {
        var community = communities.of(read(orderCode)).id();
        return ofToday(leader).stream()
                .filter(desk -> desk.community().id().equals(community))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private boolean isLongOver(CycleCard cycle) {
        return clock.instant().isAfter(cycle.pickupUntil().plus(settings.listsFor()));
    }

    private static Code read(String code) {
        try {
            return new Code(code);
        } catch (IllegalArgumentException notACode) {
            throw new NotFound();
        }
    }
}
