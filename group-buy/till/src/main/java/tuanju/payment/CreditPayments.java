package tuanju.payment;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Pays with credit what was set aside for an order: a payment and a capture like any other, without a provider. */
@Component
@RequiredArgsConstructor
public class CreditPayments {

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Credit credit;
    private final Ledger ledger;

    /** All of what is set aside; an order is paid with credit once. The caller holds the order, and nothing of it was paid. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pay(CommunityId community, UUID order, MemberId buyer) {
        var amount = credit.setAside(community, order);
        var account = credit.account(community, buyer);
        var payment = Ids.next();
        credit.spend(community, order, payment);
        addPayment(community, payment, order, buyer, amount);
        var capture = addCapture(community, payment, order, amount);
        ledger.post(new Transfer(
                new Source("capture", capture, "taken"),
                account,
                new Account(Account.Kind.CUSTOMER_FUNDS, community.value()),
                amount));
    }

    private void addPayment(CommunityId community, UUID id, UUID order, MemberId buyer, Money amount) {
        jdbc.sql("""
                insert into payment (community_id, id, code, order_id, payer_id, provider, title, amount_fen, captured_fen,
                    status, return_path, pay_before)
                values (:community, :id, :code, :order, :buyer, :wallet, '', :fen, :fen, 'CAPTURED', '/orders', now())
                """)
                .param("community", community.value())
                .param("id", id)
                .param("code", communities.nextCode(community).value())
                .param("order", order)
                .param("buyer", buyer.value())
                .param("wallet", Credit.NAME)
                .param("fen", amount.fen())
                .update();
    }

    /** Under the order's id as its transaction, which is there once. */
    private UUID addCapture(CommunityId community, UUID payment, UUID order, Money amount) {
        var id = Ids.next();
        jdbc.sql("""
                insert into capture (community_id, id, provider, transaction, payment_id, order_id, amount_fen, captured_at,
                    outcome)
                values (:community, :id, :wallet, :transaction, :payment, :order, :fen, now(), 'ORDER')
                """)
                .param("community", community.value())
                .param("id", id)
                .param("wallet", Credit.NAME)
                .param("transaction", order.toString())
                .param("payment", payment)
                .param("order", order)
                .param("fen", amount.fen())
                .update();
        return id;
    }
}
