package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.ledger.Account;
import tuanju.member.MemberId;

class OfflinePaymentTest extends PaymentExample {

    private final MemberId leader = new MemberId(UUID.randomUUID());

    @Autowired
    private OfflinePayments offline;

    @Autowired
    private AuditTrail audit;

    @Test
    void cashThatTheLeaderTookPaysTheOrderOnce() {
        assertThat(payments.open(request("offline")).address()).isEqualTo("/orders/mine");
        var due = offline.due(community).getFirst();
        assertThat(due.amount()).isEqualTo(PRICE);

        offline.received(community, due.code(), leader, "cash");
        offline.received(community, due.code(), leader, "cash");

        assertThat(orders.timesTaken(order)).isOne();
        assertThat(offline.due(community)).isEmpty();
        assertThat(balance(Account.Kind.CUSTOMER_FUNDS)).isEqualTo(PRICE.fen());
        assertThat(audit.about("payment/" + due.code(), 5)).hasSize(1);
    }

    @Test
    void aRefundWaitsUntilTheLeaderHasHandedItBack() {
        payments.open(request("offline"));
        offline.received(community, payment().code(), leader, "cash");
        refunds.request(community, order, PRICE, "left", "1");
        outbox.carryOutDue();
        var due = offline.toPayBack(community).getFirst();
        assertThat(refunds.of(community, order)).allMatch(it -> it.done() == null);

        offline.paidBack(community, due.code(), leader, "cash");
        offline.paidBack(community, due.code(), leader, "cash");

        assertThat(refunds.of(community, order)).allMatch(it -> it.done() != null);
        assertThat(offline.toPayBack(community)).isEmpty();
        assertThat(balance(Account.Kind.PROVIDER_CLEARING)).isZero();
    }

    @Test
    void onlyWhatIsPaidOfflineIsMarkedByHand() {
        open();
        assertThatThrownBy(() -> offline.received(community, payment().code(), leader, "cash"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> offline.paidBack(community, payment().code(), leader, "cash"))
                .isInstanceOf(NotFound.class);
    }
}
