package tuanju.payment.transfers;

import java.util.List;
import java.util.Optional;
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
import tuanju.payment.providers.PaymentProvider;
import tuanju.payment.providers.ProviderUnavailable;
import tuanju.payment.providers.Providers;
import tuanju.payment.providers.TransferStanding;
import tuanju.payment.providers.TransferTry;

/**
 * Carries transfers out, outside any transaction. What may have reached its provider is asked about; only what the provider
 * says it has never heard of is sent again, under the same code. While money is held back none is sent.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class TransferOutbox {

    /** In place of a provider where none can pay out: an operator does, and says so. */
    static final String PERSON = "person";

    private static final int BATCH = 16;
    private static final int STUCK_AFTER_ATTEMPTS = 8;
    private static final long LONGEST_WAIT_SECONDS = 3600;

    private final TransferQueue rows;
    private final TransferBooks books;
    private final Providers providers;
    private final ExceptionCases cases;
    private final InParallel parallel;
    private final MoneyHalt halt;
    private final AtomicBoolean woken = new AtomicBoolean();

    /** The first of this installation that can pay out. */
    String provider() {
        return able().stream().findFirst().orElse(PERSON);
    }

    /** Sends it soon after the current transaction has committed, or shows it to a person. */
    void begin(TransferTry transfer) {
        if (transfer.provider().equals(PERSON)) {
            cases.open(transfer.community(), matter(ExceptionCase.Kind.TRANSFER_BY_HAND, transfer, words(transfer)));
        } else {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        }
    }

    /** Carries out everything that is due now and answers when all of it was tried. */
    void carryOutDue() {
        var able = able();
        if (able.isEmpty()) {
            return;
        }
        List<TransferTry> due;
        do {
            due = rows.claimDue(able, halt.isOn(), BATCH);
            parallel.forEach(due, this::carryOut);
        } while (!due.isEmpty());
    }

    /** A person has paid it. */
    void done(TransferTry transfer) {
        books.done(transfer, "");
    }

    private List<String> able() {
        return providers.names().stream()
                .filter(it -> providers.find(it, PaymentProvider.PaysOut.class).isPresent())
                .toList();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            parallel.start(() -> {
                woken.set(false);
                carryOutDue();
            });
        }
    }

    private void carryOut(TransferTry transfer) {
        var standing = ask(transfer);
        switch (standing) {
            case TransferStanding.Done done -> books.done(transfer, done.transaction());
            case TransferStanding.Failed failed -> books.failed(transfer, failed.reason());
            default -> rows.await(transfer, secondsUntilNext(transfer));
        }
        if (standing instanceof TransferStanding.NoAnswer nothing && transfer.attempts() >= STUCK_AFTER_ATTEMPTS) {
            var words = "attempt " + transfer.attempts() + ": " + nothing.detail();
            cases.open(transfer.community(), matter(ExceptionCase.Kind.TRANSFER_STUCK, transfer, words));
        }
    }

    private TransferStanding ask(TransferTry transfer) {
        try {
            var provider = providers
                    .find(transfer.provider(), PaymentProvider.PaysOut.class)
                    .orElseThrow(ProviderUnavailable::new);
            var known = transfer.sent()
                    ? Optional.of(provider.queryTransfer(transfer))
                            .filter(it -> !(it instanceof TransferStanding.Unknown))
                    : Optional.<TransferStanding>empty();
            return known.orElseGet(() -> send(provider, transfer));
        } catch (RuntimeException e) {
            log.warn("Transfer {} got no answer from {}: {}", transfer.code(), transfer.provider(), e.toString());
            return new TransferStanding.NoAnswer(e.getClass().getSimpleName());
        }
    }

    /** Sends nothing while money is held back, also where the provider has never heard of it. */
    private TransferStanding send(PaymentProvider.PaysOut provider, TransferTry transfer) {
        return halt.isOn() ? new TransferStanding.Processing() : provider.transfer(transfer);
    }

    private static String words(TransferTry transfer) {
        return transfer.title() + ", to " + transfer.payeeAtProvider();
    }

    private static ExceptionCases.Matter matter(ExceptionCase.Kind kind, TransferTry transfer, String detail) {
        return new ExceptionCases.Matter(
                kind, transfer.provider(), transfer.code(), null, null, transfer.amount(), detail);
    }

    /** Doubling from a second, so that what is quickly done is quickly seen. */
    private static long secondsUntilNext(TransferTry transfer) {
        return Math.min(LONGEST_WAIT_SECONDS, 1L << Math.min(transfer.attempts() - 1, 12));
    }
}
