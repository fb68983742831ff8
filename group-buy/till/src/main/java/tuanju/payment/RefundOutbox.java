package tuanju.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tuanju.invariant.MoneyHalt;
import tuanju.payment.cases.ExceptionCase;
import tuanju.payment.cases.ExceptionCases;
import tuanju.payment.providers.InParallel;
import tuanju.payment.providers.Providers;
import tuanju.payment.providers.RefundStanding;
import tuanju.payment.providers.RefundTry;

/**
 * Carries refunds out: asks the provider outside any transaction, each refund by itself, with the same code until it is
 * confirmed. Runs right after the deciding transaction and, should that be missed, every few seconds. While money is held
 * back none is sent; what was sent before is still asked about.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class RefundOutbox {

    private static final int BATCH = 16;
    private static final int STUCK_AFTER_ATTEMPTS = 8;
    private static final Duration STUCK_AFTER = Duration.ofDays(7);

    private final RefundQueue queue;
    private final Providers providers;
    private final ExceptionCases cases;
    private final InParallel parallel;
    private final MoneyHalt halt;
    private final Clock clock;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** Starts soon after the current transaction has committed. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    /** Carries out everything that is due now and answers when all of it was tried. */
    void carryOutDue() {
        List<RefundTry> due;
        do {
            due = halt.isOn() ? queue.claimSent(providers.names(), BATCH) : queue.claimDue(providers.names(), BATCH);
            parallel.forEach(due, this::carryOut);
        } while (!due.isEmpty());
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            parallel.start(() -> {
                woken.set(false);
                carryOutDue();
            });
        }
    }

    private void carryOut(RefundTry refund) {
        var standing = ask(refund);
        queue.answered(refund, standing, secondsUntilNext(refund, standing));
        if (isStuck(refund, standing)) {
            cases.open(
                    refund.community(),
                    new ExceptionCases.Matter(
                            ExceptionCase.Kind.REFUND_STUCK,
                            refund.provider(),
                            refund.code(),
                            null,
                            refund.order(),
                            refund.amount(),
                            "attempt " + refund.attempts() + ": " + standing.answer() + " " + standing.detail()));
        }
    }

    private RefundStanding ask(RefundTry refund) {
        try {
            var provider = providers.get(refund.provider());
            return refund.status() == RefundTry.Status.PROCESSING
                    ? provider.queryRefund(refund)
                    : provider.refund(refund);
        } catch (RuntimeException e) {
            log.warn("Refund {} got no answer from {}: {}", refund.code(), refund.provider(), e.toString());
            return new RefundStanding(
                    RefundStanding.Answer.NO_ANSWER, e.getClass().getSimpleName());
        }
    }

    private boolean isStuck(RefundTry refund, RefundStanding standing) {
        return switch (standing.answer()) {
            case DONE -> false;
            case PROCESSING -> refund.requested().plus(STUCK_AFTER).isBefore(clock.instant());
            case FAILED, NO_ANSWER -> refund.attempts() >= STUCK_AFTER_ATTEMPTS;
        };
    }

    /** Doubling from a second, so that what is quickly done is quickly seen and what is not does no harm. */
    private static long secondsUntilNext(RefundTry refund, RefundStanding standing) {
        var first = standing.answer() == RefundStanding.Answer.PROCESSING ? 0 : 1;
        return Math.min(RefundQueue.LONGEST_WAIT_SECONDS, 1L << Math.min(refund.attempts() + first, 12));
    }
}
