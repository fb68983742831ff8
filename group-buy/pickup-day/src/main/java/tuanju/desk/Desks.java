package tuanju.desk;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.deputy.Leading;
import tuanju.deputy.Right;
import tuanju.member.MemberId;
import tuanju.order.book.OrderBook;
import tuanju.pickup.LedCycles;

/** Opens desks: to a leader their own, to a deputy those they may hand over at, to anyone else there are none (404). */
@Component
@RequiredArgsConstructor
public class Desks {

    private final LedCycles cycles;
    private final Communities communities;
    private final Leading leading;
    private final OrderBook book;

    /** The desk of one cycle, until some time after its pickup. Refuses with NotFound what is not theirs. */
    public Desk ofCycle(MemberId me, String code) {
        var led = cycles.of(me, code, Right.HAND_OVER);
        return new Desk(led.community(), me, led.cycle(), led.cycle().leader());
    }

    /** The desks where they hand over whatever waits, their own first. Refuses with NotFound who has none. */
    public List<Desk> ofToday(MemberId me) {
        var posts = leading.posts(me, Right.HAND_OVER);
        if (posts.isEmpty()) {
            throw new NotFound();
        }
        return posts.stream()
                .map(it -> new Desk(it.community(), me, null, it.leader()))
                .toList();
    }

    /** The desk of this cycle, or those of today. */
    public List<Desk> open(MemberId me, @Nullable String cycle) {
        return cycle == null ? ofToday(me) : List.of(ofCycle(me, cycle));
    }

    /** The desk where this bag (named by one of its orders) is looked at: the cycle's, or today's. */
    public Desk of(MemberId me, @Nullable String cycle, String bag) {
        return cycle == null ? ofTodayFor(me, bag) : ofCycle(me, cycle);
    }

    /** Today's desk where this order is handed over. */
    public Desk ofTodayFor(MemberId me, String orderCode) {
        var code = Code.read(orderCode);
        var community = communities.of(code).id();
        var here = ofToday(me).stream()
                .filter(desk -> desk.community().id().equals(community))
                .toList();
        return here.size() == 1 ? here.getFirst() : ofOwner(here, code);
    }

    private Desk ofOwner(List<Desk> here, Code order) {
        return here.stream()
                .filter(desk -> book.sheetsAtDeskOf(desk.community().id(), desk.owner()).stream()
                        .anyMatch(sheet -> sheet.code().equals(order)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
