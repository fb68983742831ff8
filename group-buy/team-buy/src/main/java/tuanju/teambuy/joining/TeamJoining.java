package tuanju.teambuy.joining;

import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.catalog.Stock;
import tuanju.command.KeptAnswer;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.link.Attributions;
import tuanju.live.LiveTopics;
import tuanju.member.MemberId;
import tuanju.order.OrderSource;
import tuanju.order.life.OrderPricing;
import tuanju.order.life.Orders;
import tuanju.order.life.PlacedOrder;
import tuanju.price.Discounts;
import tuanju.teambuy.TeamOver;
import tuanju.teambuy.Terms;
import tuanju.teambuy.TermsRows;

/** A member joins a team (参团). */
@Component
@RequiredArgsConstructor
@Transactional
public class TeamJoining {

    private final Communities communities;
    private final TermsRows terms;
    private final Orders orders;
    private final OrderPricing pricing;
    private final Attributions attributions;
    private final SeatClaim seats;
    private final Stock stock;
    private final LiveTopics live;

    /**
     * Takes a seat and holds it while the member pays. Refuses with TeamFull, TeamOver, AlreadyInTeam, PriceChanged,
     * SoldOut, OverLimit, NotFound.
     */
    public SeatTaken join(MemberId member, Code code, SeatRequest request) {
        return join(member, code, request, seat -> KeptAnswer.NONE);
    }

    /**
     * The same, and keeps this answer with the seat.
     *
     * <p>Everything is read without locks, in one look; the contested rows come last, goods before team, in one statement.
     */
    SeatTaken join(MemberId member, Code code, SeatRequest request, Function<SeatTaken, KeptAnswer> answer) {
        var needed = terms.toJoin(communities.of(code).id(), code, member, request.pickupPoint())
                .orElseThrow(NotFound::new);
        var team = needed.terms();
        if (refusal(team) instanceof Refusal refusal) {
            throw refusal;
        }
        var source = OrderSource.team(team.team().value(), code, team.offer().value());
        var order = orders.placeBeforeGoods(
                pricing.priced(
                        OrderDrafts.seat(needed, source, request), Discounts.NONE, request.brought(), needed.along()),
                id -> attributions.noting(team.community(), id, member, request.from()));
        var outcome = seats.claim(
                new SeatClaim.Draft(team, member, order.id(), request.quantity()),
                answer.apply(taken(team, order, team.seatsTaken())));
        stock.insist(outcome.goods(), team.community(), team.sku(), request.quantity());
        if (!outcome.claimed() || !outcome.seated()) {
            throw tooLate(member, code);
        }
        live.changed("team/" + code);
        return taken(team, order, outcome.seatsTaken());
    }

    private static SeatTaken taken(Terms.OfTeam team, PlacedOrder order, int seatsTaken) {
        return new SeatTaken(
                new SeatTaken.Standing(
                        team.code(),
                        team.offerCode(),
                        team.price(),
                        team.size(),
                        seatsTaken,
                        team.seatsPaid(),
                        team.status(),
                        team.deadline()),
                order);
    }

    private static @Nullable Refusal refusal(Terms.OfTeam team) {
        if (team.sittingIn() != null) {
            return new AlreadyInTeam(team.sittingIn());
        }
        if (!team.running()) {
            return new TeamOver();
        }
        return team.full() ? new TeamFull() : null;
    }

    /** Someone was quicker; a second look says how. */
    private Refusal tooLate(MemberId member, Code code) {
        var now = terms.ofTeam(communities.of(code).id(), code, member).orElseThrow(NotFound::new);
        var refusal = refusal(now);
        return refusal == null ? new TeamFull() : refusal;
    }
}
