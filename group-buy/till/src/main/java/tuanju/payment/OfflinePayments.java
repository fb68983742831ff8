package tuanju.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.database.OutsideTransaction;
import tuanju.member.MemberId;
import tuanju.payment.providers.PaymentTry;

/**
 * Cash and bank transfers: a leader or operator says what arrived and what was handed back. The caller checks who may;
 * every act stands in the audit trail.
 */
@Component
@RequiredArgsConstructor
public class OfflinePayments {

    /** So long what was marked by mistake may be taken back. */
    public static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(2);

    private final PaymentTries payments;
    private final RefundQueue refunds;
    private final OfflineReceipts receipts;
    private final PaymentPoller poller;

    /** Payments of this community that wait for cash or a transfer, oldest first. */
    public List<OfflineDue> due(CommunityId community) {
        return payments.waiting(community, OfflineProvider.NAME);
    }

    /**
     * Marks the payment with this code as received in full, to count after a moment until which it may be taken back; a second
     * call changes nothing and answers false. Refuses (404) an unknown one.
     */
    public boolean receive(CommunityId community, String paymentCode, MemberId by, String note) {
        var payment = offline(community, paymentCode);
        boolean isFirst = receipts.received(payment, by, note, TAKEN_BACK_WITHIN);
        payments.askAt(payment, TAKEN_BACK_WITHIN);
        return isFirst;
    }

    /** It was not received after all. Refuses (404) an unknown one, and with ReceiptCounts (409) one that counts already. */
    public void takeBack(CommunityId community, String paymentCode, MemberId by) {
        if (!receipts.takeBack(offline(community, paymentCode), by)) {
            throw new ReceiptCounts();
        }
    }

    /** When what was said of this community's payments counts, by their codes. */
    public Map<String, Instant> counting(CommunityId community) {
        return receipts.waiting(community);
    }

    private PaymentTry offline(CommunityId community, String paymentCode) {
        return payments.find(community, paymentCode)
                .filter(it -> it.provider().equals(OfflineProvider.NAME))
                .orElseThrow(NotFound::new);
    }

    /**
     * Marks the payment with this code as received in full; a second call changes nothing. Refuses (404) an unknown
     * one. Never inside a transaction.
     */
    public void received(CommunityId community, String paymentCode, MemberId by, String note) {
        OutsideTransaction.require();
        var payment = offline(community, paymentCode);
        receipts.received(payment, by, note, Duration.ZERO);
        poller.query(payment);
    }

    /** Refunds that wait to be handed back, oldest first; the code is the refund's. */
    public List<OfflineDue> toPayBack(CommunityId community) {
        return refunds.waiting(community, OfflineProvider.NAME);
    }

    /**
     * Marks the refund with this code as handed back; a second call changes nothing. Refuses (404) an unknown one.
     * Never inside a transaction.
     */
    public void paidBack(CommunityId community, String refundCode, MemberId by, String note) {
        OutsideTransaction.require();
        var refund = refunds.find(community, refundCode)
                .filter(it -> it.provider().equals(OfflineProvider.NAME))
                .orElseThrow(NotFound::new);
        receipts.paidBack(refund, by, note);
        refunds.finish(refund);
    }
}
