package tuanju.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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

    @Test
    @DisplayName("I-L8 a power of ten and an endless number are refused before they are counted out")
    void aPowerOfTenIsRefused() {
        for (var typed : List.of("1e600000000", "1E600000000", "1e2", "1E-600000000", "0".repeat(21), "")) {
            assertThatExceptionOfType(NumberFormatException.class).as(typed).isThrownBy(() -> Money.ofYuan(typed));
        }
        assertThat(Money.ofYuan(" 39.9 ")).isEqualTo(Money.ofFen(3_990));
    }

    @Test
    @DisplayName("I-L8 a share is rounded down: the payer keeps the odd fen")
    void aShareIsRoundedDown() {
        assertThat(Money.ofFen(3_999).share(new Percentage(1_000))).isEqualTo(Money.ofFen(399));
        assertThat(Money.ofFen(3_999).share(new Percentage(10_000))).isEqualTo(Money.ofFen(3_999));
        assertThat(Money.ofFen(3_999).share(new Percentage(0))).isEqualTo(Money.ZERO);
        assertThat(Percentage.ofPercent(7)).isEqualTo(new Percentage(700));
    }

    @Test
    void aPercentageIsSomethingBetweenNothingAndAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Percentage(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Percentage(10_001));
    }

    @Test
    void amountsAreCompared() {
        assertThat(Money.ofFen(2).isMoreThan(Money.ofFen(1))).isTrue();
        assertThat(Money.ofFen(1).isMoreThan(Money.ofFen(1))).isFalse();
        assertThat(Money.ofFen(1)).isLessThan(Money.ofFen(2));
        assertThat(Money.ofFen(0)).isSameAs(Money.ZERO);
        assertThat(Money.ofFen(1).isZero()).isFalse();
        assertThat(new SignedMoney(-2)).isLessThan(new SignedMoney(1));
    }

    @Test
    void yuanAndFenAreShownApart() {
        assertThat(Money.ofFen(3_990).wholeYuan()).isEqualTo(39);
        assertThat(Money.ofFen(3_990).fenDigits()).isEqualTo("90");
        assertThat(Money.ofFen(3_909).fenDigits()).isEqualTo("09");
        assertThat(Money.ofFen(3_910).fenDigits()).isEqualTo("10");
    }

    @Test
    @DisplayName("I-L8 what may be below nothing is added, taken away and shown with its sign")
    void whatMayBeBelowNothing() {
        var owed = SignedMoney.ZERO.minus(SignedMoney.of(Money.ofFen(250)));

        assertThat(owed.isNegative()).isTrue();
        assertThat(owed.amount()).isEqualTo(Money.ofFen(250));
        assertThat(owed.plus(new SignedMoney(300)))
                .isEqualTo(new SignedMoney(50))
                .hasToString("¥0.50");
        assertThat(SignedMoney.ZERO.isNegative()).isFalse();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new SignedMoney(Long.MIN_VALUE).minus(new SignedMoney(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new SignedMoney(Long.MAX_VALUE).plus(new SignedMoney(1)));
    }
}
