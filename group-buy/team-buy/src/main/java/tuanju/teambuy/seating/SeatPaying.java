package tuanju.teambuy.seating;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.OrderKind;
import tuanju.order.PaidOrder;
import tuanju.order.PickupTime;
import tuanju.order.life.Orders;
import tuanju.order.paying.PaidOrderTaker;
import tuanju.teambuy.PickupDay;
import tuanju.teambuy.TeamFormed;
import tuanju.teambuy.TeamId;
import tuanju.teambuy.TeamStatus;
import tuanju.teambuy.Terms;
import tuanju.teambuy.TermsRows;

/**
 * What being paid means for a seat. The payment that pays the last seat forms the team, in the same transaction; money that
 * comes late ends in exactly one place: its seat if it is still free, else what its buyer chose.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class SeatPaying implements PaidOrderTaker {

    private final TermsRows terms;
    private final SeatRows seats;
    private final LatePaying late;
    private final Orders orders;
    private final Communities communities;
    private final LiveTopics live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Override
    public OrderKind kind() {
        return OrderKind.TEAM;
    }

    @Override
    public boolean takesReopened() {
        return true;
    }

    @Override
    public Place take(PaidOrder order) {
        var team = terms.lock(order.community(), teamOf(order), buyerOf(order));
        live.changed("team/" + team.code());
        var seat = seats.of(order.community(), team.team(), order.id()).orElseThrow();
        if (SeatRules.canSit(team, seat.status())) {
            return sit(team, seat);
        }
        if (seat.status() == Seat.Status.HELD) {
            seats.release(team, seat);
        }
        return late.place(order);
    }

    @Override
    public void release(PaidOrder order) {
        var team = terms.lock(order.community(), teamOf(order), buyerOf(order));
        var seat = seats.of(order.community(), team.team(), order.id()).orElseThrow();
        if (seat.status() == Seat.Status.HELD && team.status() == TeamStatus.OPEN) {
            seats.release(team, seat);
            live.changed("team/" + team.code());
        }
    }

    private Place sit(Terms.OfTeam team, Seat seat) {
        seats.pay(team, seat);
        return team.lastToPay() ? form(team, seat) : Place.WAITING;
    }

    /** Everyone else's order is confirmed in one statement; the payer's own follows when it is marked as paid. */
    private Place form(Terms.OfTeam team, Seat last) {
        seats.settle(team.community(), team.team());
        var members = seats.taken(team.community(), team.team());
        var others = members.stream()
                .map(Seat::order)
                .filter(order -> !order.equals(last.order()))
                .toList();
        var pickup = pickup(team);
        if (orders.confirm(team.community(), others, pickup, "team-formed") != others.size()) {
            throw new IllegalStateException("Team " + team.code() + " would form with a seat that is not paid");
        }
        announce(team, members);
        return Place.confirmed(pickup);
    }

    private void announce(Terms.OfTeam team, List<Seat> members) {
        events.publishEvent(new TeamFormed(
                team.community(),
                team.team(),
                team.offer(),
                members.stream().map(Seat::member).toList(),
                members.stream().map(Seat::order).toList(),
                team.now()));
        live.changed("offer/" + team.offerCode());
    }

    private PickupTime pickup(Terms.OfTeam team) {
        return PickupDay.after(
                clock.instant(),
                team.pickupAfterDays(),
                communities.get(team.community()).zone());
    }

    private static TeamId teamOf(PaidOrder order) {
        return new TeamId(Objects.requireNonNull(order.source(), "A seat has a team"));
    }

    private static MemberId buyerOf(PaidOrder order) {
        return Objects.requireNonNull(order.buyer(), "A seat has a member");
    }
}
