package tuanju.payout;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import tuanju.payment.providers.CallbackMessage;
import tuanju.payment.providers.Notice;
import tuanju.payment.providers.PaymentProvider;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.RefundStanding;
import tuanju.payment.providers.RefundTry;
import tuanju.payment.providers.Standing;
import tuanju.payment.providers.TransferStanding;
import tuanju.payment.providers.TransferTry;
import tuanju.payment.providers.WayToPay;

/** A provider that pays people out and nothing else; odd amounts of fen it cannot pay. */
@TestComponent
class Bank implements PaymentProvider.PaysOut {

    private final Map<String, Long> paid = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public TransferStanding transfer(TransferTry transfer) {
        if (transfer.amount().fen() % 2 == 1) {
            return new TransferStanding.Failed("no such person");
        }
        paid.put(transfer.key().toString(), transfer.amount().fen());
        return new TransferStanding.Done("B" + transfer.code());
    }

    @Override
    public TransferStanding queryTransfer(TransferTry transfer) {
        return new TransferStanding.Unknown();
    }

    long paidFor(Withdrawal which) {
        return paid.getOrDefault(which.id().toString(), 0L);
    }

    @Override
    public WayToPay open(PaymentTry payment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Standing query(PaymentTry payment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Standing close(PaymentTry payment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundStanding refund(RefundTry refund) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundStanding queryRefund(RefundTry refund) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Notice read(CallbackMessage message) {
        throw new UnsupportedOperationException();
    }
}
