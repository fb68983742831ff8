package tuanju.payment.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.money.Money;
import tuanju.payment.MoneyWatch;
import tuanju.payment.cases.ExceptionCase;
import tuanju.payment.cases.ExceptionCases;

/** Money that a person must look at: what was done about it is written down, once. */
@ModuleTest
class CaseDeskTest {

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    ExceptionCases cases;

    @Autowired
    CaseDesk desk;

    @Autowired
    MoneyWatch watch;

    @Autowired
    AuditTrail audit;

    private Neighbourhood home;
    private final String reference = "T-" + UUID.randomUUID();

    @BeforeEach
    void aWrongAmountCame() {
        home = neighbourhoods.found(1);
        var matter = new ExceptionCases.Matter(
                ExceptionCase.Kind.WRONG_AMOUNT,
                "sandbox",
                reference,
                null,
                null,
                Money.ofYuan("1.00"),
                "¥1 of ¥39.90");
        cases.open(home.id(), matter);
        cases.open(home.id(), matter);
    }

    @Test
    void aCaseIsOpenedOnceAndWaits() {
        assertThat(mine(true))
                .singleElement()
                .satisfies(it -> assertThat(it.isOpen()).isTrue());
        assertThat(mine(false)).isEmpty();
        assertThat(watch.openCases()).isPositive();
    }

    @Test
    void whatWasDoneIsKeptWithWhoDidIt() {
        desk.settle(home.id(), id(), "  Paid back in cash.  ", home.leader());
        assertThat(mine(true)).isEmpty();
        assertThat(mine(false)).extracting(CaseDesk.Case::settlement).containsExactly("Paid back in cash.");
        assertThat(audit.about("exception " + mine(false).getFirst().about().id(), 5))
                .extracting(AuditEntry::action, AuditEntry::actor, AuditEntry::detail)
                .containsExactly(tuple("exception.settled", home.leader().value(), "Paid back in cash."));
    }

    @Test
    void itIsSettledOnce() {
        var id = id();
        desk.settle(home.id(), id, "Paid back.", home.leader());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.settle(home.id(), id, "And again.", home.leader()));
        assertThat(mine(false)).extracting(CaseDesk.Case::settlement).containsExactly("Paid back.");
    }

    @Test
    void withoutWordsOrInAnotherCommunityItIsNotSettled() {
        var id = id();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> desk.settle(home.id(), id, "   ", home.leader()))
                .satisfies(refusal -> assertThat(refusal.getField()).isEqualTo("note"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> desk.settle(home.id(), id, "x".repeat(501), home.leader()));
        var elsewhere = neighbourhoods.found(1);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.settle(elsewhere.id(), id, "Mine?", home.leader()));
        assertThat(mine(true)).hasSize(1);
    }

    private UUID id() {
        return mine(true).getFirst().about().id();
    }

    private List<CaseDesk.Case> mine(boolean open) {
        return desk.cases(open, null, 500).stream()
                .filter(it -> it.about().reference().equals(reference))
                .toList();
    }
}
