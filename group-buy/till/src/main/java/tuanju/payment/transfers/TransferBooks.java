package tuanju.payment.transfers;

import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.payment.providers.TransferTry;

/** Transfers in the books: out of the account, and then out of the house or back; told once how each ended. */
@Component
@Transactional
@RequiredArgsConstructor
class TransferBooks {

    private static final String SOURCE = "payment-transfer";

    private final TransferQueue rows;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    void requested(TransferTry transfer) {
        book(transfer, "requested", rows.from(transfer), inFlight(transfer));
    }

    void done(TransferTry transfer, String transaction) {
        rows.end(transfer, TransferCard.State.DONE, transaction).ifPresent(ended -> {
            events.publishEvent(new TransferDone(
                    transfer.id(),
                    transfer.community(),
                    transfer.purpose(),
                    transfer.key(),
                    transfer.payee(),
                    transfer.amount(),
                    ended.at()));
            var clearing = new Account(
                    Account.Kind.PROVIDER_CLEARING, transfer.community().value());
            book(transfer, "done", inFlight(transfer), clearing);
        });
    }

    void failed(TransferTry transfer, String reason) {
        rows.end(transfer, TransferCard.State.FAILED, reason).ifPresent(ended -> {
            events.publishEvent(new TransferFailed(
                    transfer.id(),
                    transfer.community(),
                    transfer.purpose(),
                    transfer.key(),
                    transfer.payee(),
                    transfer.amount(),
                    reason,
                    ended.at()));
            book(transfer, "failed", inFlight(transfer), ended.from());
        });
    }

    private void book(TransferTry transfer, String step, Account from, Account to) {
        ledger.post(new Transfer(new Source(SOURCE, transfer.id(), step), from, to, transfer.amount()));
    }

    private static Account inFlight(TransferTry transfer) {
        return new Account(Account.Kind.TRANSFER_IN_FLIGHT, transfer.community().value());
    }
}
