package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import support.ModuleTest;
import support.Neighbourhoods;
import tuanju.community.Communities;
import tuanju.database.Ids;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.money.Money;
import tuanju.money.SignedMoney;
import tuanju.payment.cases.ExceptionCase;
import tuanju.payment.deciding.CaseDesk;
import tuanju.payment.transfers.TransferCard;
import tuanju.payment.transfers.TransferRequest;
import tuanju.payment.transfers.Transfers;

/** No provider of the installation pays people out. */
@ModuleTest
@DisplayName("Where no provider pays people out")
class TransferByHandTest {

    private static final Money EARNED = Money.ofYuan("8.00");

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Communities communities;

    @Autowired
    CaptureRouter router;

    @Autowired
    Transfers transfers;

    @Autowired
    CaseDesk desk;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    @Test
    @DisplayName("an operator is told whom to pay, and the money is out once they say that it is")
    void aPersonPays() {
        var home = neighbourhoods.found(1);
        var payee = home.member(0);
        var from = new Account(Account.Kind.EXCEPTIONS, home.id().value());
        var code = communities.nextCode(home.id()).value();
        router.route(new Took("sandbox", code, "T-" + UUID.randomUUID(), EARNED, clock.instant()));
        var key = Ids.next();
        var request = new TransferRequest(home.id(), "test", key, payee, null, from, EARNED, "推荐所得");

        var asked = transaction.execute(status -> transfers.pay(request));
        assertThat(asked.state()).isEqualTo(TransferCard.State.PENDING);
        assertThat(ledger.balance(from)).isEqualTo(SignedMoney.ZERO);
        var waiting = desk.cases(true, null, 500).stream()
                .filter(it -> it.about().reference().equals(asked.code()))
                .toList();
        assertThat(waiting).singleElement().satisfies(it -> {
            assertThat(it.about().kind()).isEqualTo(ExceptionCase.Kind.TRANSFER_BY_HAND);
            assertThat(it.about().amount()).isEqualTo(EARNED);
        });

        desk.settle(home.id(), waiting.getFirst().about().id(), "Paid from the bank account.", home.leader());
        assertThat(transfers.of(home.id(), "test", List.of(key)).get(key).state())
                .isEqualTo(TransferCard.State.DONE);
        assertThat(transfers.paid(home.id())).isEqualTo(EARNED);
        assertThat(ledger.balance(
                        new Account(Account.Kind.TRANSFER_IN_FLIGHT, home.id().value())))
                .isEqualTo(SignedMoney.ZERO);
    }
}
