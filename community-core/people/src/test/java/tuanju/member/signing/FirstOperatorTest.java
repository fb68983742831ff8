package tuanju.member.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.ActiveProfiles;
import support.Residents;
import support.TestDatabase;
import tuanju.command.NotFound;
import tuanju.member.MemberRows;
import tuanju.member.Members;
import tuanju.member.Phone;
import tuanju.member.SecondFactorDuty;
import tuanju.member.SecondFactorFirst;
import tuanju.member.SignedIn;
import tuanju.member.UnprovenPhone;
import tuanju.member.operators.NamedInSettings;
import tuanju.member.operators.Operators;

/** The operator's phone is in the settings: whoever proves it runs everything, and nobody who only typed it first. */
@SpringBootTest(properties = "tuanju.operator-phone=" + FirstOperatorTest.PHONE)
@Import({TestDatabase.class, Residents.class})
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
    MemberRows rows;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("a stranger who signed up with the operator's phone has nothing, and the operator has everything")
    void theOperatorIsWhoeverProvesThePhone() {
        var account = residents.unproven(PHONE, STRANGERS, "陌生人");
        assertThatExceptionOfType(ProveFirst.class).isThrownBy(() -> signingIn.byPassword(Phone.of(PHONE), STRANGERS));
        assertThat(members.isOperator(new SignedIn(account, "运营", false))).isFalse();

        var operator = signingIn.byProvenPhone(Phone.of(PHONE)).orElseThrow();

        assertThat(operator.operator()).isTrue();
        assertThat(members.isOperator(new SignedIn(account, "运营", false))).isTrue();
        assertThatExceptionOfType(WrongProof.class).isThrownBy(() -> signingIn.byPassword(Phone.of(PHONE), STRANGERS));
    }

    @Test
    @DisplayName(
            "A-97 whom the settings name is dismissed once they name somebody else: the next code would appoint them")
    void whomTheSettingsNameIsNotDismissed() {
        var account = residents.settle(PHONE, "运营");
        var other = residents.settle("另一位");
        operators.appoint(account);
        operators.appoint(other);
        assertThatExceptionOfType(NamedInSettings.class).isThrownBy(() -> operators.dismiss(account, other, "换人"));
        assertThat(members.isOperator(new SignedIn(account, "运营", true))).isTrue();
        jdbc.sql("update member set phone = ? where id = ?")
                .params(Residents.anyPhone(), account.value())
                .update();
        operators.dismiss(account, other, "换人");
        assertThat(members.isOperator(new SignedIn(account, "运营", true))).isFalse();
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
        assertThat(members.isOperator(new SignedIn(account, "运营", false))).isFalse();

        signingIn.byProvenPhone(Phone.of(phone));

        assertThat(members.isOperator(new SignedIn(account, "运营", false))).isTrue();
    }

    @Test
    @DisplayName("A-78 where a second factor is required nobody acts as an operator without one, nor with another's")
    void whereItIsRequiredNobodyActsWithoutOne() {
        var account = residents.settle("运营");
        operators.appoint(account);
        var production = new MockEnvironment().withProperty("tuanju.operator.second-factor", "required");
        var strict = new Members(rows, jdbc, new SecondFactorDuty(production), Clock.systemUTC());
        var me = new SignedIn(account, "运营", true);

        assertThat(strict.isOperator(me)).isFalse();
        assertThat(strict.owesSecondFactor(me)).isTrue();
        assertThat(strict.isOperator(me.with(UUID.randomUUID()))).isFalse();
        assertThatExceptionOfType(SecondFactorFirst.class).isThrownBy(() -> strict.needOperator(me));
        var neighbour = new SignedIn(residents.settle("邻居"), "邻居", false);
        assertThat(strict.owesSecondFactor(neighbour)).as("somebody else").isFalse();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> strict.needOperator(neighbour));
    }
}
