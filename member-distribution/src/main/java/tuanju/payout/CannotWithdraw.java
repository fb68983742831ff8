package tuanju.payout;

import tuanju.command.Refusal;
import tuanju.money.Money;

/** Nothing changes, and a sentence says why (409). */
final class CannotWithdraw extends Refusal {

    private CannotWithdraw(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** More than is free: the rest is set aside, or not theirs yet. */
    static CannotWithdraw tooMuch(Money free) {
        return new CannotWithdraw("payout-too-much", free.toString());
    }

    /** A claim about money is broken, so that no money leaves until somebody has looked. */
    static CannotWithdraw halted() {
        return new CannotWithdraw("payout-halted");
    }

    /** Nobody waits here. */
    static CannotWithdraw nothingWaits() {
        return new CannotWithdraw("payout-nothing-waits");
    }

    /** The same person approved it already. */
    static CannotWithdraw samePerson() {
        return new CannotWithdraw("payout-same-person");
    }

    /** Some of it is their own. */
    static CannotWithdraw ownMoney() {
        return new CannotWithdraw("payout-own-money");
    }

    /** Two people approved it already. */
    static CannotWithdraw approvedAlready() {
        return new CannotWithdraw("payout-approved-already");
    }

    /** Two people must approve it first. */
    static CannotWithdraw notApproved() {
        return new CannotWithdraw("payout-not-approved");
    }

    /** The provider has it, and says how it ends. */
    static CannotWithdraw sentAlready() {
        return new CannotWithdraw("payout-sent-already");
    }

    /** No provider pays people out here: the bank does. */
    static CannotWithdraw nobodySends() {
        return new CannotWithdraw("payout-nobody-sends");
    }

    /** It was paid, or returned. */
    static CannotWithdraw endedAlready() {
        return new CannotWithdraw("payout-ended-already");
    }
}
