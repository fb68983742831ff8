package tuanju.plan;

import java.time.Instant;
import tuanju.command.Refusal;

/** A plan is not to be had, or not to be ended, by this member now (409); the type says why. */
final class CannotSubscribe extends Refusal {

    private CannotSubscribe(String type, Object... arguments) {
        super(409, type, arguments);
    }

    /** Nobody takes it any more. */
    static CannotSubscribe closed() {
        return new CannotSubscribe("plan-closed");
    }

    /** It is for members of the community. */
    static CannotSubscribe ofMembers() {
        return new CannotSubscribe("plan-of-members");
    }

    /** One waits for their money already. */
    static CannotSubscribe unpaid() {
        return new CannotSubscribe("plan-unpaid");
    }

    /** They have one, or the next one already. */
    static CannotSubscribe have() {
        return new CannotSubscribe("plan-had", Subscription.NOTICE.toDays());
    }

    /** It waits for no money any more. */
    static CannotSubscribe notPayable() {
        return new CannotSubscribe("plan-not-payable");
    }

    /** It was paid while its member left it. */
    static CannotSubscribe paidNow() {
        return new CannotSubscribe("plan-paid-now");
    }

    /** Another day began since the sum was said. */
    static CannotSubscribe lessNow() {
        return new CannotSubscribe("plan-less-now");
    }

    /** Another one runs, or it is not the next one. */
    static CannotSubscribe notYet() {
        return new CannotSubscribe("plan-not-yet");
    }

    /** There is nothing left of it that could go back. */
    static CannotSubscribe over(Instant since) {
        return new CannotSubscribe("plan-over", since);
    }
}
