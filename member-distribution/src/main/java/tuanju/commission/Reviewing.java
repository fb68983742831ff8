package tuanju.commission;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.CommunityId;
import tuanju.ledger.Ledger;
import tuanju.ledger.Transfer;
import tuanju.member.MemberId;
import tuanju.order.OrderId;

/** A person decides about a commission that looks like the referrer's own purchase. */
@Component
@RequiredArgsConstructor
class Reviewing {

    private final Recounting recounting;
    private final CommissionRows rows;
    private final CommissionShares shares;
    private final Ledger ledger;
    private final AuditTrail audit;

    /** It was decided already (409). */
    static final class DecidedAlready extends Refusal {
        DecidedAlready() {
            super(409, "commission-decided");
        }
    }

    /** Allowed, it is booked as any other, at once where its order is settled. Refuses with NotFound, and with DecidedAlready. */
    @Transactional
    void decide(MemberId operator, CommunityId community, OrderId order, boolean allowed) {
        if (recounting.of(community, order).isEmpty()) {
            throw new NotFound();
        }
        if (!rows.decide(community, order, allowed ? Review.ALLOWED : Review.REFUSED, operator)) {
            throw new DecidedAlready();
        }
        audit.record(
                operator.value(), "commission.reviewed", "order " + order.value(), allowed ? "allowed" : "refused");
        var now = rows.find(community, order).orElseThrow();
        var earned = shares.earned(now, "commission-review", order.value());
        if (!earned.isEmpty()) {
            ledger.post(earned.toArray(Transfer[]::new));
        }
    }
}
