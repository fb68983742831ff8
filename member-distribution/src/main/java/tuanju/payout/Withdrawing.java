package tuanju.payout;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.invariant.MoneyHalt;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.referral.Referrers;

/** A referrer asks for money that is theirs in one community; it is set aside at once, so that two tabs cannot have it twice. */
@Component
@RequiredArgsConstructor
class Withdrawing {

    /** The least that is paid. */
    static final Money LEAST = Money.ofFen(100);

    private static final long DEAREST_FEN = 100_000_000;

    private final WithdrawalRows rows;
    private final Referrers referrers;
    private final Ledger ledger;
    private final MoneyHalt halt;
    private final Clock clock;

    /** Refuses with Invalid what is no such amount, and with CannotWithdraw more than is free, and while money is halted. */
    @Transactional
    Withdrawal ask(MemberId member, CommunityId community, @Nullable Long fen) {
        if (fen == null || fen < LEAST.fen() || fen > DEAREST_FEN) {
            throw new Invalid("amountFen", "payout-amount", LEAST.toString());
        }
        if (halt.isOn()) {
            throw CannotWithdraw.halted();
        }
        var amount = Money.ofFen(fen);
        var owner = referrers.hold(member, community).orElseThrow(() -> CannotWithdraw.tooMuch(Money.ZERO));
        var theirs = new Account(Account.Kind.COMMISSION, owner);
        var free = free(owner);
        if (amount.compareTo(free) > 0) {
            throw CannotWithdraw.tooMuch(free);
        }
        var id = Ids.next();
        var hold = ledger.hold(new Transfer(new Source("withdrawal", id, "asked"), theirs, paidOut(community), amount));
        var asked = new Withdrawal(
                community,
                id,
                member,
                owner,
                amount,
                Money.ZERO,
                Withdrawal.State.LOCKED,
                hold,
                null,
                false,
                clock.instant(),
                null);
        rows.insert(asked);
        return asked;
    }

    /** What of their account in this community can be asked for. */
    @Transactional(readOnly = true)
    public Money free(MemberId member, CommunityId community) {
        return referrers.account(member, community).map(this::free).orElse(Money.ZERO);
    }

    /** Not set aside, and not owed for what came back. */
    private Money free(UUID owner) {
        long debt =
                ledger.balance(new Account(Account.Kind.COMMISSION_DEBT, owner)).fen();
        return Money.ofFen(Math.max(
                ledger.free(new Account(Account.Kind.COMMISSION, owner)).fen() + debt, 0));
    }

    @Transactional(readOnly = true)
    public List<Withdrawal> of(MemberId member, int most) {
        return rows.of(member, most);
    }

    static Account paidOut(CommunityId community) {
        return new Account(Account.Kind.PAID_OUT, community.value());
    }

    static Account tax(CommunityId community) {
        return new Account(Account.Kind.TAX_WITHHELD, community.value());
    }

    static Source step(UUID withdrawal, String what) {
        return new Source("withdrawal", withdrawal, what);
    }
}
