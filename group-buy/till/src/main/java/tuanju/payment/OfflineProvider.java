package tuanju.payment;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.payment.providers.CallbackMessage;
import tuanju.payment.providers.ForgedCallback;
import tuanju.payment.providers.Notice;
import tuanju.payment.providers.PaymentProvider;
import tuanju.payment.providers.PaymentTry;
import tuanju.payment.providers.RefundStanding;
import tuanju.payment.providers.RefundTry;
import tuanju.payment.providers.Standing;
import tuanju.payment.providers.WayToPay;

/** Cash or a bank transfer: the provider is a person, and what they say stands in the receipts. */
@Component
@RequiredArgsConstructor
class OfflineProvider implements PaymentProvider {

    static final String NAME = "offline";

    private final OfflineReceipts receipts;

    @Override
    public String name() {
        return NAME;
    }

    /** There is no pay page: the order page says whom to pay. */
    @Override
    public WayToPay open(PaymentTry payment) {
        return WayToPay.at(payment.returnPath());
    }

    @Override
    public Standing query(PaymentTry payment) {
        return receipts.of(payment).<Standing>map(it -> it).orElseGet(Standing.Waiting::new);
    }

    @Override
    public Standing close(PaymentTry payment) {
        receipts.count(payment);
        return receipts.of(payment).<Standing>map(it -> it).orElseGet(Standing.Closed::new);
    }

    @Override
    public RefundStanding refund(RefundTry refund) {
        return queryRefund(refund);
    }

    @Override
    public RefundStanding queryRefund(RefundTry refund) {
        return RefundStanding.of(
                receipts.isPaidBack(refund) ? RefundStanding.Answer.DONE : RefundStanding.Answer.PROCESSING);
    }

    /** Nobody calls back: whatever claims to is forged. */
    @Override
    public Notice read(CallbackMessage message) {
        throw new ForgedCallback();
    }
}
