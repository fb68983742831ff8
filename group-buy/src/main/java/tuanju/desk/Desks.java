package tuanju.desk;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.pickup.LedCycles;

/** Opens desks: to a leader their own, to anyone else there are none (404). */
@Component
@RequiredArgsConstructor
public class Desks {

    private final LedCycles cycles;
    private final Communities communities;
    private final Leaders leaders;

    /** The desk of one cycle, until some time after its pickup. Refuses with NotFound what is not this leader's. */
    public Desk ofCycle(MemberId leader, String code) {
        var led = cycles.of(leader, code);
        return new Desk(led.community(), leader, led.cycle());
    }

    /** The desks where this leader hands over whatever waits, one per community. Refuses with NotFound who leads none. */
    public List<Desk> ofToday(MemberId leader) {
        var led = leaders.communitiesLedBy(leader);
        if (led.isEmpty()) {
            throw new NotFound();
        }
        return led.stream().map(community -> new Desk(community, leader, null)).toList();
    }

    /** The desk where this bag (named by one of its orders) is looked at: the cycle's, or today's. */
    public Desk of(MemberId leader, @Nullable String cycle, String bag) {
        return cycle == null ? ofTodayFor(leader, bag) : ofCycle(leader, cycle);
    }

    /** Today's desk in the community that this order belongs to. */
    public Desk ofTodayFor(MemberId leader, String orderCode) {
        var community = communities.of(Code.read(orderCode)).id();
        return ofToday(leader).stream()
                .filter(desk -> desk.community().id().equals(community))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
