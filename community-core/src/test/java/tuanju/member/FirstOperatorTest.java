package tuanju.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.Residents;
import support.TestDatabase;

/** The operator's phone is in the settings: whoever proves it runs everything, and nobody who only typed it first. */
@SpringBootTest(properties = "tuanju.operator-phone=" + FirstOperatorTest.PHONE)
@Import(TestDatabase.class)
@ActiveProfiles("test")
@DisplayName("W-10")
class FirstOperatorTest {

    static final String PHONE = "16712345678";
    private static final String STRANGERS = "the password of a stranger";

    @Autowired
    Residents residents;

    @Autowired
    SigningIn signingIn;

    @Autowired
    Members members;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("a stranger who signed up with the operator's phone has nothing, and the operator has everything")
    void theOperatorIsWhoeverProvesThePhone() {
        var account = residents.unproven(PHONE, STRANGERS, "陌生人");
        assertThatExceptionOfType(ProveFirst.class).isThrownBy(() -> signingIn.byPassword(Phone.of(PHONE), STRANGERS));
        assertThat(members.isOperator(account)).isFalse();

        var operator = signingIn.byProvenPhone(Phone.of(PHONE)).orElseThrow();

        assertThat(operator.operator()).isTrue();
        assertThat(members.isOperator(account)).isTrue();
        assertThatExceptionOfType(WrongProof.class).isThrownBy(() -> signingIn.byPassword(Phone.of(PHONE), STRANGERS));
    }

    @Test
    @DisplayName("nobody with an unproven phone becomes an operator, by no way and not in the table")
    void anUnprovenPhoneMakesNoOperator() {
        var account = residents.unproven(Residents.anyPhone(), STRANGERS, "陌生人");
        assertThatExceptionOfType(UnprovenPhone.class).isThrownBy(() -> operators.appoint(account));
        for (var power : List.of("operator = true", "password_hash = 'anything'")) {
            assertThatThrownBy(() -> jdbc.sql("update member set " + power + " where id = ?")
                            .param(account.value())
                            .update())
                    .hasMessageContaining("is not proven");
        }
    }

    @Test
    @DisplayName("an operator of release 0.1.0 is one again once their phone is proven, and not before")
    void anOperatorOfBeforeIsOneAgainAfterACode() {
        var phone = Residents.anyPhone();
        var account = residents.settle(phone, "运营");
        operators.appoint(account);
        residents.forgetProof(account);
        assertThat(members.isOperator(account)).isFalse();

        signingIn.byProvenPhone(Phone.of(phone));

        assertThat(members.isOperator(account)).isTrue();
    }
}
