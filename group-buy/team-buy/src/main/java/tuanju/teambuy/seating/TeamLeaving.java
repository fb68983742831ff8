package tuanju.teambuy.seating;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.OrderId;
import tuanju.teambuy.TeamOver;
import tuanju.teambuy.TeamTasks;
import tuanju.teambuy.Terms;
import tuanju.teambuy.TermsRows;

/** A member leaves a team before it forms. */
@Slf4j
@Component
@RequiredArgsConstructor
public class TeamLeaving {

    private final Communities communities;
    private final TermsRows terms;
    private final SeatRows seats;
    private final TeamTasks tasks;
    private final TeamEnding ending;
    private final SeatRefunding refunding;
    private final LiveTopics live;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /**
     * Frees the member's paid seat, then gives the money back; the last to leave lapses the team. Refuses with NotInTeam,
     * TeamOver, NotFound. Two transactions, seat before order, so never inside one: the refund is written down with the
     * first, so it comes in any case.
     */
    @Transactional(propagation = Propagation.NEVER)
    public void leave(MemberId member, Code code) {
        var community = communities.of(code).id();
        var order = transaction.execute(status -> free(member, code));
        try {
            refunding.refund(community, order);
        } catch (RuntimeException e) {
            log.warn("The refund of order {} waits for its task", order.value(), e);
        }
    }

    private OrderId free(MemberId member, Code code) {
        var community = communities.of(code).id();
        var id =
                terms.ofTeam(community, code, member).orElseThrow(NotFound::new).team();
        var team = terms.lock(community, id, member);
        var seat = paidSeat(team, member);
        if (!team.running()) {
            throw new TeamOver();
        }
        seats.leave(team, seat);
        tasks.refund(community, seat.order(), clock.instant().plusSeconds(5));
        if (team.seatsTaken() == 1) {
            ending.giveBack(team);
        }
        live.changed("team/" + code);
        return seat.order();
    }

    private Seat paidSeat(Terms.OfTeam team, MemberId member) {
        return seats.taken(team.community(), team.team()).stream()
                .filter(seat -> seat.member().equals(member) && seat.status() == Seat.Status.PAID)
                .findFirst()
                .orElseThrow(NotInTeam::new);
    }
}
