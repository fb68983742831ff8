package tuanju.payment;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.database.OutsideTransaction;
import tuanju.member.MemberId;

/**
 * Cash and bank transfers: a leader or operator says what arrived and what was handed back. The caller checks who may;
 * every act stands in the audit trail.
 */
@Component
@RequiredArgsConstructor
public class OfflinePayments {

    private final PaymentTries payments;
    private final RefundQueue refunds;
    private final OfflineReceipts receipts;
    private final PaymentPoller poller;

    /** Payments of this community that wait for cash or a transfer, oldest first. */
    public List<OfflineDue> due(CommunityId community) {
        return payments.waiting(community, OfflineProvider.NAME);
    }

    /**
     * Marks the payment with this code as received in full; a second call changes nothing. Refuses (404) an unknown
     * one. Never inside a transaction.
     */
    public void received(CommunityId community, String paymentCode, MemberId by, String note) {
        OutsideTransaction.require();
        var payment = payments.find(community, paymentCode)
                .filter(it -> it.provider().equals(OfflineProvider.NAME))
                .orElseThrow(NotFound::new);
        receipts.received(payment, by, note);
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
