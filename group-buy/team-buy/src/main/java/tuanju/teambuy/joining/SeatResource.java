package tuanju.teambuy.joining;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.order.OrderStatus;
import tuanju.order.life.PlacedOrder;
import tuanju.teambuy.TeamStatus;

/** The answer to opening or joining over the API: the team in numbers and the order to pay; amounts in fen. */
record SeatResource(Team team, Order order) {

    record Team(
            String code,
            String offer,
            long priceFen,
            int size,
            int seatsTaken,
            int seatsPaid,
            TeamStatus status,
            Instant deadline) {}

    record Order(
            String code,
            OrderStatus status,
            long amountFen,
            @Nullable Instant payBefore) {

        static Order of(PlacedOrder order) {
            return new Order(
                    order.code().value(), order.status(), order.amount().fen(), order.payBefore());
        }
    }

    static SeatResource of(SeatTaken taken) {
        var team = taken.team();
        return new SeatResource(
                new Team(
                        team.code().value(),
                        team.offer().value(),
                        team.price().fen(),
                        team.size(),
                        team.seatsTaken(),
                        team.seatsPaid(),
                        team.status(),
                        team.deadline()),
                Order.of(taken.order()));
    }
}
