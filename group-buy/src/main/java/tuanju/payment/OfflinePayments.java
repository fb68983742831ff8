package tuanju.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Cash and bank transfers: a leader or operator says what arrived and what was handed back. The caller checks who may. */
@Component
public class OfflinePayments {

    /** Payments of this community that wait for cash or a transfer, oldest first. */
    public List<OfflineDue> due(CommunityId community) {
        throw new UnsupportedOperationException();
    }

    /** Marks the payment with this code as received in full; a second call changes nothing. Refuses (404) an unknown one. Never inside a transaction. */
    public void received(CommunityId community, String paymentCode, MemberId by, String note) {
        throw new UnsupportedOperationException();
    }

    /** Refunds that wait to be handed back, oldest first; the code is the refund's. */
    public List<OfflineDue> toPayBack(CommunityId community) {
        throw new UnsupportedOperationException();
    }

    /** Marks the refund with this code as handed back; a second call changes nothing. Refuses (404) an unknown one. Never inside a transaction. */
    public void paidBack(CommunityId community, String refundCode, MemberId by, String note) {
        throw new UnsupportedOperationException();
    }
}
