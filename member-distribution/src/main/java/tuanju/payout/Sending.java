package tuanju.payout;

import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Transfer;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.payment.transfers.TransferRequest;
import tuanju.payment.transfers.Transfers;
import tuanju.referral.Referrers;

/** What two people approved leaves through the provider that pays people out; {@link SendingEnd} hears how each ended. */
@Component
@RequiredArgsConstructor
@Transactional
class Sending {

    /** What transfers call it. */
    static final String PURPOSE = "commission";

    private final Batching batching;
    private final WithdrawalRows rows;
    private final Referrers referrers;
    private final Communities communities;
    private final Transfers transfers;
    private final Ledger ledger;
    private final AuditTrail audit;

    /** Whether a provider of this installation pays people out, so that the bank need not. */
    @Transactional(readOnly = true)
    public boolean isPossible() {
        return transfers.arePossible();
    }

    /**
     * Hands all of a batch that waits to the provider. Refuses with CannotWithdraw before two people approved it, while money is
     * halted, where nothing waits, and where no provider pays people out.
     */
    Batch send(MemberId operator, UUID id) {
        if (!isPossible()) {
            throw CannotWithdraw.nobodySends();
        }
        var sent = batching.forTheBank(id).stream()
                .sorted(Comparator.comparing(Withdrawal::id))
                .map(it -> rows.lock(it.community(), it.id()))
                .flatMap(Optional::stream)
                .filter(it -> it.state() == Withdrawal.State.LOCKED)
                .toList();
        if (sent.isEmpty()) {
            throw CannotWithdraw.endedAlready();
        }
        sent.forEach(this::handOver);
        audit.record(operator.value(), "payout.sent", "payout " + id, sent.size() + " withdrawals");
        sent.forEach(this::book);
        return batching.find(id);
    }

    /** Of which nothing is left after the tax, that is over. */
    private void handOver(Withdrawal which) {
        if (referrers.hold(which.member(), which.community()).isEmpty()) {
            throw new NotFound();
        }
        if (which.net().isZero()) {
            rows.end(which, Withdrawal.State.PAID);
            batching.tell(which, true);
        } else {
            rows.send(which);
        }
    }

    /** Last: these accounts are busy. */
    private void book(Withdrawal which) {
        var theirs = new Account(Account.Kind.COMMISSION, which.account());
        ledger.release(which.hold(), Withdrawing.step(which.id(), "sent"));
        if (!which.tax().isZero()) {
            ledger.post(new Transfer(
                    Withdrawing.step(which.id(), "tax"), theirs, Withdrawing.tax(which.community()), which.tax()));
        }
        Money net = which.net();
        if (!net.isZero()) {
            var home = communities.get(which.community()).name();
            transfers.pay(new TransferRequest(
                    which.community(), PURPOSE, which.id(), which.member(), null, theirs, net, home));
        }
    }
}
