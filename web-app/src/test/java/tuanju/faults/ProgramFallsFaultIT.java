package tuanju.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program dies or is asked to end, at any time, while people use it. */
@Tag("fault")
@DisplayName("The program falls")
class ProgramFallsFaultIT {

    @Test
    @DisplayName("F-01 kill -9 at any time loses no answer, and the program starts again")
    void isKilled() {
        for (int i = 0; i < Rounds.times(3, 20); i++) {
            var house = House.own();
            house.under("F-01 kill -9", () -> {
                        house.program().kill();
                        return house.program().start();
                    })
                    .holds();
        }
    }

    @Test
    @DisplayName("F-36 SIGTERM under load cuts off nobody whose wish was being done")
    void isAskedToEnd() {
        var house = House.own();
        var began = new AtomicLong();
        var ended = new AtomicLong();
        house.under("F-36 SIGTERM", () -> {
                    began.set(System.nanoTime());
                    house.program().terminate();
                    ended.set(System.nanoTime());
                    return house.program().start();
                })
                .holds();
        assertThat(house.history().unheardBetween(began.get(), ended.get()))
                .as("commands that were done and whose answer was cut off by the end")
                .isZero();
    }
}
