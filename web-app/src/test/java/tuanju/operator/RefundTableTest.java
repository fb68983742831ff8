package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.member.operators.Operators;
import tuanju.money.Money;
import tuanju.payment.Refunds;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName("The operator's table of refunds shows each, whatever it was for")
class RefundTableTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    Till till;

    @Autowired
    Refunds refunds;

    @Autowired
    Operators operators;

    @Autowired
    TransactionTemplate transaction;

    private TeamNeighbourhood home;
    private Code order;
    private Desk desk;

    @BeforeEach
    void aPaidOrder() {
        home = neighbourhoods.found(2, 2);
        operators.appoint(home.member(1));
        desk = new Desk(mvc, home.member(1));
        order = opening.buyAlone(home.member(0), home.offer(), home.one()).code();
        till.pay(home, home.member(0), order);
    }

    @Test
    @DisplayName("in words where there are some, as it is kept where another release wrote it, in no page's way")
    void inWordsOrAsItIsKept() {
        transaction.executeWithoutResult(status -> {
            refund("credit-paid-back");
            refund("of-another-release");
            assertThat(desk.page("/refunds?order=" + id()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("余额退回", "of-another-release")
                    .doesNotContain("credit-paid-back");
            for (var ending : List.of("csv", "xlsx")) {
                assertThat(desk.page("/refunds." + ending + "?order=" + id())).hasStatusOk();
            }
            status.setRollbackOnly();
        });
    }

    private void refund(String reason) {
        refunds.request(home.id(), id(), Money.ofFen(100), reason, "1");
    }

    private UUID id() {
        return till.idOf(order);
    }
}
