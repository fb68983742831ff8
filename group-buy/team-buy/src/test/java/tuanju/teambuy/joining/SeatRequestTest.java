package tuanju.teambuy.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.command.Invalid;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.teambuy.PickupDay;

class SeatRequestTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 100, 1_000_000_000})
    @DisplayName("A-21 a quantity nobody could mean is refused by name")
    void refusesQuantitiesNobodyCouldMean(int quantity) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> request(quantity, null))
                .satisfies(refused -> assertThat(refused.getField()).isEqualTo("quantity"));
    }

    @Test
    @DisplayName("R-17 another price than the one shown is refused, the same or none is not")
    void chargesWhatWasShown() {
        var price = Money.ofYuan("39.90");
        assertThatNoException().isThrownBy(() -> request(1, null).agreesTo(price));
        assertThatNoException().isThrownBy(() -> request(1, price).agreesTo(price));
        assertThatExceptionOfType(PriceChanged.class)
                .isThrownBy(() -> request(1, Money.ofYuan("39.89")).agreesTo(price));
    }

    @Test
    void goodsWaitFromNineOnTheDayAfterTheTeamFormed() {
        var shanghai = ZoneId.of("Asia/Shanghai");
        var justBeforeMidnight = Instant.parse("2026-04-05T15:59:59Z");
        var pickup = PickupDay.after(justBeforeMidnight, 1, shanghai);
        assertThat(pickup.from()).isEqualTo("2026-04-06T01:00:00Z");
        assertThat(pickup.until()).isEqualTo("2026-04-06T13:00:00Z");
    }

    private static SeatRequest request(int quantity, @Nullable Money shown) {
        return new SeatRequest(quantity, WhenFull.REFUND, new UUID(0, 1), " ", shown);
    }
}
