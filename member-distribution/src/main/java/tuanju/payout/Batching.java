package tuanju.payout;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.invariant.MoneyHalt;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Transfer;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.notification.Notification;
import tuanju.notification.Notifications;
import tuanju.referral.Referrers;

/** Operators gather what waits, two of them approve it, and say of each whether the bank paid it. */
@Component
@RequiredArgsConstructor
@Transactional
class Batching {

    private final WithdrawalRows rows;
    private final Referrers referrers;
    private final Ledger ledger;
    private final MoneyHalt halt;
    private final Notifications notifications;
    private final AuditTrail audit;

    /** Of one community. Refuses with CannotWithdraw where nothing waits. */
    Batch gather(MemberId operator, CommunityId community) {
        var id = Ids.next();
        if (rows.gather(community, id, operator) == 0) {
            throw CannotWithdraw.nothingWaits();
        }
        audit.record(operator.value(), "payout.gathered", "payout " + id, "community " + community.value());
        return find(id);
    }

    /** Refuses with CannotWithdraw the same person twice, a third person, whoever is paid by it, and while money is halted. */
    Batch approve(MemberId operator, UUID id) {
        var batch = find(id);
        if (halt.isOn()) {
            throw CannotWithdraw.halted();
        }
        if (withdrawals(batch).stream().anyMatch(it -> it.member().equals(operator))) {
            throw CannotWithdraw.ownMoney();
        }
        if (!rows.approve(batch.community(), id, operator)) {
            throw find(id).approvals() == 2 ? CannotWithdraw.approvedAlready() : CannotWithdraw.samePerson();
        }
        audit.record(
                operator.value(),
                "payout.approved",
                "payout " + id,
                batch.amount().toString());
        return find(id);
    }

    /** So much of it is for the tax office; before anybody approved it. */
    void withhold(MemberId operator, UUID batch, UUID withdrawal, @Nullable Long fen) {
        rows.lock(batch);
        var which = waiting(batch, withdrawal);
        if (fen == null || fen < 0 || fen > which.amount().fen()) {
            throw new Invalid("taxFen", "payout-tax", which.amount().toString());
        }
        if (find(batch).approvals() > 0) {
            throw CannotWithdraw.approvedAlready();
        }
        rows.withhold(which, Money.ofFen(fen));
        audit.record(operator.value(), "payout.tax", "withdrawal " + withdrawal, fen + " fen");
    }

    /** The bank paid it, or could not, and then it is free again. Refuses with CannotWithdraw, with NotFound. */
    void settle(MemberId operator, UUID batch, UUID withdrawal, boolean paid) {
        var which = waiting(batch, withdrawal);
        if (paid && !which.approved()) {
            throw CannotWithdraw.notApproved();
        }
        if (referrers.hold(which.member(), which.community()).isEmpty()) {
            throw new NotFound();
        }
        rows.end(which, paid ? Withdrawal.State.PAID : Withdrawal.State.RETURNED);
        audit.record(
                operator.value(),
                paid ? "payout.paid" : "payout.returned",
                "withdrawal " + withdrawal,
                which.amount().toString());
        tell(which, paid);
        book(which, paid);
    }

    /** Its referrer hears how it ended. */
    void tell(Withdrawal which, boolean paid) {
        notifications.tell(
                which.member(),
                Notification.of(
                        "withdrawal:" + which.id(),
                        paid ? "payout.told.paid" : "payout.told.returned",
                        "/me/withdrawals",
                        paid ? which.net() : which.amount()));
    }

    /** Last: these accounts are busy. What is withheld leaves the account beside what is paid. */
    private void book(Withdrawal which, boolean paid) {
        if (!paid || which.net().isZero()) {
            ledger.release(which.hold(), Withdrawing.step(which.id(), "returned"));
        } else {
            ledger.settle(which.hold(), Withdrawing.step(which.id(), "paid"), which.net());
        }
        if (paid && !which.tax().isZero()) {
            ledger.post(new Transfer(
                    Withdrawing.step(which.id(), "tax"),
                    new Account(Account.Kind.COMMISSION, which.account()),
                    Withdrawing.tax(which.community()),
                    which.tax()));
        }
    }

    private Withdrawal waiting(UUID batch, UUID withdrawal) {
        var which = rows.lock(find(batch).community(), withdrawal)
                .filter(it -> batch.equals(it.batch()))
                .orElseThrow(NotFound::new);
        if (which.state() == Withdrawal.State.SENT) {
            throw CannotWithdraw.sentAlready();
        }
        if (which.state() != Withdrawal.State.LOCKED) {
            throw CannotWithdraw.endedAlready();
        }
        return which;
    }

    /** What of it waits to be paid. Refuses with CannotWithdraw before two people approved it, and while money is halted. */
    @Transactional(readOnly = true)
    public List<Withdrawal> forTheBank(UUID id) {
        var batch = find(id);
        if (batch.approvals() < 2) {
            throw CannotWithdraw.notApproved();
        }
        if (halt.isOn()) {
            throw CannotWithdraw.halted();
        }
        return withdrawals(batch).stream()
                .filter(it -> it.state() == Withdrawal.State.LOCKED)
                .toList();
    }

    @Transactional(readOnly = true)
    public Batch find(UUID id) {
        return rows.batch(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Withdrawal> withdrawals(Batch batch) {
        return rows.ofBatch(batch.community(), batch.id());
    }
}
