package tuanju.pickup;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.cycle.OrderCycles;
import tuanju.deputy.Right;
import tuanju.member.MemberId;

/** Finds cycles for those who lead them, or stand in; to anyone else there are none. */
@Component
@RequiredArgsConstructor
public class LedCycles {

    private final OrderCycles cycles;
    private final Communities communities;
    private final PickupSettings settings;
    private final Clock clock;

    /** The cycle for who may read its lists, until some time after its pickup. Refuses with NotFound (404). */
    public LedCycle of(MemberId me, String code) {
        return of(me, code, Right.LISTS);
    }

    /** The cycle for its leader and for deputies with this right. Refuses with NotFound (404). */
    public LedCycle of(MemberId me, String code, Right right) {
        var cycle = cycles.helpedBy(me, Code.read(code), right);
        if (clock.instant().isAfter(cycle.pickupUntil().plus(settings.listsFor()))) {
            throw new NotFound();
        }
        return new LedCycle(communities.get(cycle.community()), cycle);
    }
}
