package tuanju.teambuy.joining;

import java.time.Instant;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.order.life.PlacedOrder;
import tuanju.teambuy.TeamStatus;

/** The answer to opening or joining: the team as it stands with the new seat in it, and the order to pay. */
public record SeatTaken(Standing team, PlacedOrder order) {

    /** A team in numbers. */
    public record Standing(
            Code code,
            Code offer,
            Money price,
            int size,
            int seatsTaken,
            int seatsPaid,
            TeamStatus status,
            Instant deadline) {}
}
