package tuanju.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.order.OrderChange;
import tuanju.order.OrderId;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.Allowance;
import tuanju.order.aftersale.Allowances;
import tuanju.order.fulfilment.Handover;
import tuanju.page.Dates;
import tuanju.teambuy.joining.TeamOpening;

@ModuleTest
@DisplayName("A leader's money of the day")
class StatementsTest {

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    Till till;

    @Autowired
    Handover handover;

    @Autowired
    Allowances allowances;

    @Autowired
    Statements statements;

    @Autowired
    ServiceFees fees;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(2, 2);
        neighbourhoods.stock(home, 20);
    }

    @Test
    void namesEveryOrderHandedOverWithItsFeeRoundedDown() {
        handOver(bought(0));
        bought(1);

        var statement = today();

        assertThat(statement.lines()).hasSize(1);
        assertThat(statement.base()).isEqualTo(Money.ofYuan("52.00"));
        assertThat(statement.fee()).isEqualTo(Money.ofYuan("5.20"));
        assertThat(statement.addsUp()).isTrue();
    }

    @Test
    void whatWentBackIsNotTheLeadersLossAndCarriesNoFee() {
        var order = bought(0);
        handOver(order);
        transaction.executeWithoutResult(status -> allowances.give(
                home.id(),
                idOf(order),
                new Allowance(AdjustmentKind.DAMAGED, "阳光玫瑰葡萄", "2斤", Money.ofYuan("4.25"), "damaged-at-pickup", "box"),
                new OrderChange(null, "damaged-at-pickup")));

        var statement = today();

        assertThat(statement.back("PLATFORM")).isEqualTo(Money.ofYuan("4.25"));
        assertThat(statement.base()).isEqualTo(Money.ofYuan("47.75"));
        assertThat(statement.fee()).isEqualTo(Money.ofYuan("4.77"));
        assertThat(statement.addsUp()).isTrue();
    }

    @Test
    void aNewRateDoesNotRewriteThePast() {
        handOver(bought(0));
        fees.set(home.id(), new Percentage(1_500), home.leader());
        handOver(bought(1));

        assertThat(today().lines())
                .extracting(line -> line.share().basisPoints())
                .containsExactlyInAnyOrder(1_000, 1_500);
        assertThatThrownBy(() -> jdbc.sql("update service_fee_rate set basis_points = 600 where community_id = ?")
                        .param(home.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("insert into service_fee_rate values (?, now() - interval '1 day', 600, ?)")
                        .params(home.id().value(), home.leader().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aRateOutsideTheLawIsRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> fees.set(home.id(), new Percentage(1_600), home.leader()));
    }

    @Test
    void whoLeadsNowhereHasNoStatement() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> statements.of(home.member(0), day()));
    }

    private Statement today() {
        return statements.of(home.leader(), day()).getFirst();
    }

    private static LocalDate day() {
        return LocalDate.ofInstant(Instant.now(), Dates.SHANGHAI);
    }

    private Code bought(int member) {
        var order =
                opening.buyAlone(home.member(member), home.offer(), home.one()).code();
        till.pay(home, home.member(member), order);
        return order;
    }

    private void handOver(Code order) {
        handover.collect(home.id(), idOf(order), home.leader());
    }

    private OrderId idOf(Code order) {
        return new OrderId(till.idOf(order));
    }
}
