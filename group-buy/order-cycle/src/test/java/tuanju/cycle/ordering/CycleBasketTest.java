package tuanju.cycle.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tuanju.community.Code;

/** What was chosen on a cycle's page stays chosen, and what was not chosen stays so. */
class CycleBasketTest {

    private static final String EGGS = "quantity-" + UUID.fromString("00000000-0000-0000-0000-000000000001");

    @Test
    void creditThatWasNotWantedIsNotTickedAgain() {
        assertThat(new CycleBasket(Map.of()).isCreditTicked()).isTrue();
        assertThat(new CycleBasket(Map.of("creditOffered", "on", "useCredit", "true")).isCreditTicked())
                .isTrue();
        var left = new CycleBasket(Map.of("creditOffered", "on", EGGS, "2"));
        assertThat(left.isCreditTicked()).isFalse();
        assertThat(left.path(new Code("ABCD0123456789")))
                .contains("creditOffered=on")
                .doesNotContain("useCredit");
    }

    @Test
    void aSumCountsOnlyForTheBasketItWasSaidOf() {
        var one = new CycleBasket(Map.of(EGGS, "1"));
        var two = new CycleBasket(Map.of(EGGS, "2"));

        assertThat(new CycleBasket(Map.of(EGGS, "1", "payable", "500@" + one.word()))
                        .shown()
                        .payableFen())
                .isEqualTo(500);
        assertThat(new CycleBasket(Map.of(EGGS, "1", "payable", "500@" + two.word()))
                        .shown()
                        .payableFen())
                .isNull();
    }
}
