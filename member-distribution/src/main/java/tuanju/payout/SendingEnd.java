package tuanju.payout;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Transfer;
import tuanju.payment.transfers.TransferDone;
import tuanju.payment.transfers.TransferFailed;
import tuanju.referral.Referrers;

/** What the provider says became of withdrawals that were sent. Heard twice it changes nothing. */
@Component
@RequiredArgsConstructor
class SendingEnd {

    private final WithdrawalRows rows;
    private final Referrers referrers;
    private final Batching batching;
    private final Ledger ledger;

    @ApplicationModuleListener
    void on(TransferDone event) {
        if (event.purpose().equals(Sending.PURPOSE)) {
            end(event.community(), event.key(), Withdrawal.State.PAID);
        }
    }

    @ApplicationModuleListener
    void on(TransferFailed event) {
        if (event.purpose().equals(Sending.PURPOSE)) {
            end(event.community(), event.key(), Withdrawal.State.RETURNED);
        }
    }

    private void end(CommunityId community, UUID withdrawal, Withdrawal.State how) {
        rows.lock(community, withdrawal)
                .filter(it -> it.state() == Withdrawal.State.SENT)
                .ifPresent(it -> end(it, how));
    }

    /** What the provider could not pay is in their account again; what was withheld of it follows. */
    private void end(Withdrawal which, Withdrawal.State how) {
        referrers.hold(which.member(), which.community());
        rows.end(which, how);
        batching.tell(which, how == Withdrawal.State.PAID);
        if (how == Withdrawal.State.RETURNED && !which.tax().isZero()) {
            ledger.post(new Transfer(
                    Withdrawing.step(which.id(), "tax-back"),
                    Withdrawing.tax(which.community()),
                    new Account(Account.Kind.COMMISSION, which.account()),
                    which.tax()));
        }
    }
}
