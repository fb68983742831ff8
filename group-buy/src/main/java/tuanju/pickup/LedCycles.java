package tuanju.pickup;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;

/** Finds cycles for those who lead them; to anyone else there are none. */
@Component
@RequiredArgsConstructor
public class LedCycles {

    private final OrderCycles cycles;
    private final Communities communities;
    private final PickupSettings settings;
    private final Clock clock;

    /** This leader's cycle, until some time after its pickup. Refuses with NotFound (404). */
    public LedCycle of(MemberId leader, String code) {
        var cycle = cycles.ledBy(leader, Code.read(code));
        if (clock.instant().isAfter(cycle.pickupUntil().plus(settings.listsFor()))) {
            throw new NotFound();
        }
        return new LedCycle(communities.get(cycle.community()), cycle);
    }
}
