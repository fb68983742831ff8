package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tuanju.payment.FaultyLine.Fault;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.ProviderUnavailable;

/** A provider that breaks in every way it can while we talk to it. */
class FaultyProviderTest extends PaymentExample {

    private static final String OPENING = "notifyPath";

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = "NO_ANSWER", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("P-12 one broken answer is asked again under the same code: one payable order")
    void oneBrokenAnswerIsAskedAgainUnderTheSameCode(Fault fault) {
        faults.plan(OPENING, fault);
        var payUrl = address(payments.open(request("faulty")));

        assertThat(chargesAtTheProvider()).isOne();
        pay(payUrl, "PAID");
        assertThat(captures()).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ERROR", "RESET", "RESET_AFTER_IT_ARRIVED", "TRUNCATED", "UNSIGNED", "BADLY_SIGNED"})
    @DisplayName("P-12 a provider that stays broken is unavailable, and the next call goes on with the same payment")
    void aProviderThatStaysBrokenIsUnavailable(Fault fault) {
        faults.plan(OPENING, fault, fault);
        assertThatThrownBy(() -> payments.open(request("faulty"))).isInstanceOf(ProviderUnavailable.class);
        var code = payment().code();

        payments.open(request("faulty"));

        assertThat(payment().code()).isEqualTo(code);
        assertThat(chargesAtTheProvider()).isOne();
    }

    @Test
    @DisplayName("F-30 whoever waited long for a silent provider is told, not asked to wait once more")
    void aSilentProviderIsAskedOnce() {
        faults.plan(OPENING, Fault.NO_ANSWER);
        assertThatThrownBy(() -> payments.open(request("faulty"))).isInstanceOf(ProviderUnavailable.class);
        var code = payment().code();

        payments.open(request("faulty"));

        assertThat(payment().code()).isEqualTo(code);
        assertThat(chargesAtTheProvider()).isOne();
    }

    @Test
    @DisplayName("P-11 when the close gets no answer nothing is certain and nothing is closed")
    void whenTheCloseGetsNoAnswerNothingIsClosed() {
        payments.open(request("faulty"));
        faults.plan(payment().code() + "/closure", Fault.RESET);

        assertThatThrownBy(() -> payments.close(community, order)).isInstanceOf(ProviderUnavailable.class);
        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CREATED);
        assertThat(payments.close(community, order)).isTrue();
    }

    @Test
    void askingAProviderThatIsAwayHarmsNobody() {
        payments.open(request("faulty"));
        faults.plan(payment().code(), Fault.ERROR);

        payments.refresh(community, order);

        assertThat(payment().status()).isEqualTo(PaymentTry.Status.CREATED);
    }

    private int chargesAtTheProvider() {
        return jdbc.sql("select count(*) from sandbox_charge where left(code, 4) = left(?, 4)")
                .param(payment().code())
                .query(Integer.class)
                .single();
    }
}
