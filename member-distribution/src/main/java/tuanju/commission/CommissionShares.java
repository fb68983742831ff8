package tuanju.commission;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.referral.Referrers;
import tuanju.settlement.SharesByLine;

/**
 * Books commissions along with the settlement of their order, and takes them back along with its refunds. What was paid out
 * meanwhile becomes a debt, and what is earned next goes against it first.
 */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
class CommissionShares implements SharesByLine {

    private static final String STEP = "commission";

    private final Recounting recounting;
    private final CommissionRows rows;
    private final Referrers referrers;
    private final Ledger ledger;

    @Override
    public List<Transfer> settled(CommunityId community, UUID order) {
        var id = new OrderId(order);
        rows.waitFor(id);
        rows.settle(community, id);
        return recounting
                .of(community, id)
                .map(it -> earned(it, "order", order))
                .orElse(List.of());
    }

    @Override
    public List<Transfer> givenBack(CommunityId community, UUID order, UUID refund) {
        return recounting
                .of(community, new OrderId(order))
                .map(it -> takenBack(it, refund))
                .orElse(List.of());
    }

    /** What is due and not booked yet: against the debt first. */
    List<Transfer> earned(Commission commission, String why, UUID id) {
        var more = commission.due().fen() - commission.booked().fen();
        if (more <= 0) {
            return List.of();
        }
        var account = held(commission);
        var debt = Math.min(more, ledger.balance(account.debt()).amount().fen());
        rows.book(commission, commission.due());
        return moved(why, id, new Parts(account.sales(), account.debt(), debt, account.theirs(), more - debt), false);
    }

    private List<Transfer> takenBack(Commission commission, UUID refund) {
        var less = commission.booked().fen() - commission.due().fen();
        if (less <= 0) {
            return List.of();
        }
        var account = held(commission);
        var there = Math.min(less, ledger.free(account.theirs()).fen());
        rows.book(commission, commission.due());
        return moved(
                "refund",
                refund,
                new Parts(account.sales(), account.debt(), less - there, account.theirs(), there),
                true);
    }

    private record Accounts(Account sales, Account theirs, Account debt) {}

    private record Parts(Account sales, Account debt, long ofDebt, Account theirs, long ofTheirs) {}

    /** Whoever books on these accounts holds their owner, so that what is free of them stays so until we are done. */
    private Accounts held(Commission commission) {
        var owner = referrers
                .hold(commission.referrer(), commission.community())
                .orElseThrow(() -> new IllegalStateException("No referrer earns " + commission.code()));
        return new Accounts(
                new Account(Account.Kind.SALES, commission.community().value()),
                new Account(Account.Kind.COMMISSION, owner),
                new Account(Account.Kind.COMMISSION_DEBT, owner));
    }

    private static List<Transfer> moved(String why, UUID id, Parts parts, boolean back) {
        var transfers = new ArrayList<Transfer>();
        if (parts.ofTheirs() > 0) {
            transfers.add(moved(new Source(why, id, STEP), parts.sales(), parts.theirs(), parts.ofTheirs(), back));
        }
        if (parts.ofDebt() > 0) {
            transfers.add(
                    moved(new Source(why, id, STEP + "-debt"), parts.sales(), parts.debt(), parts.ofDebt(), back));
        }
        return transfers;
    }

    private static Transfer moved(Source source, Account sales, Account theirs, long fen, boolean back) {
        return back
                ? new Transfer(source, theirs, sales, Money.ofFen(fen))
                : new Transfer(source, sales, theirs, Money.ofFen(fen));
    }
}
