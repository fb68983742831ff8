package tuanju.money;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Money ALL = Money.ofFen(Long.MAX_VALUE);

    @Test
    @DisplayName("I-L8 a sum too large for the books is refused, not wrapped into another")
    void aSumTooLargeIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> ALL.plus(Money.ofFen(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> ALL.times(2));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofYuan("92233720368547758.08"));
    }

    @Test
    @DisplayName("I-L8 there is no half fen and nothing below nothing")
    void thereIsNoHalfFen() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.ofYuan("0.001"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofYuan("-0.01"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ZERO.minus(Money.ofFen(1)));
    }
}
