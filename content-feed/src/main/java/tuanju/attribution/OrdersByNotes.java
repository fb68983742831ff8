package tuanju.attribution;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.link.click.Reader;
import tuanju.member.MemberId;
import tuanju.note.Notes;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.order.OrderPlaced;

/**
 * Writes down in the transaction that places an order by which notes its buyer came: of their trail those that are about what they
 * ordered, that they may see, and that are not their own. Who has no trail costs no statement.
 */
@Component
@RequiredArgsConstructor
public class OrdersByNotes {

    /** How checkouts say that a buyer wants nobody to have led them. */
    private static final String LINKLESS = "linkless";

    private final Communities communities;
    private final TrailMemory memory;
    private final Notes notes;
    private final TouchRows rows;

    /** Here and now, for only the request that orders knows the trail. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void placed(OrderPlaced placed) {
        if (placed.kind() == OrderKind.IMPORT
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked)) {
            return;
        }
        var request = asked.getRequest();
        var linkless = request.getParameter(LINKLESS);
        if (request.getCookies() == null || linkless != null && !linkless.isBlank()) {
            return;
        }
        Reader.of(request).ifPresent(buyer -> {
            var home = communities.get(placed.community()).shortCode();
            note(
                    placed.community(),
                    placed.order(),
                    buyer,
                    memory.of(request, home).notes());
        });
    }

    /** The same for a trail that is known otherwise, the latest first. */
    @Transactional
    public void note(CommunityId community, OrderId order, MemberId buyer, List<Code> trail) {
        var led = trail.isEmpty() ? List.<Code>of() : notes.leadingTo(community, order.value(), buyer, trail);
        if (!led.isEmpty()) {
            rows.insert(community, order, led.stream().limit(Trail.MOST).toList());
        }
    }
}
