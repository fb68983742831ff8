package tuanju.teambuy.seating;

import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/** Catches up with what the clock decides: seats held too long, teams past their deadline, refunds forgotten. */
@Slf4j
@Component
@RequiredArgsConstructor
class TeamSweep {

    private final HeldSeats held;
    private final TeamEnding ending;
    private final SeatRefunding refunding;

    void run() {
        each(held.tooLong(), held::free);
        each(ending.overdue(), team -> ending.endIfDue(team.community(), team.team()));
        each(refunding.forgotten(), seat -> refunding.refund(seat.community(), seat.order()));
    }

    /** Each in its own transaction: one that fails holds up nobody and comes again. */
    private static <T> void each(List<T> items, Consumer<T> action) {
        for (var item : items) {
            try {
                action.accept(item);
            } catch (RuntimeException e) {
                log.warn("{} waits for the next sweep", item, e);
            }
        }
    }
}
