package tuanju.payment;

import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.database.Outage;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.payment.CaptureTaker.Destination;
import tuanju.payment.cases.ExceptionCase;
import tuanju.payment.cases.ExceptionCases;
import tuanju.payment.providers.CodeOwners;
import tuanju.payment.providers.PaymentTry;

/**
 * Brings every capture to exactly one place: its order, back to the payer, or before a person. One transaction per
 * capture; callback, return page and poller may all bring the same one, and it is stored once.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class CaptureRouter {

    private static final int TRIES = 3;

    private final TransactionOperations transaction;
    private final CodeOwners owners;
    private final PaymentTries payments;
    private final Captures captures;
    private final ExceptionCases cases;
    private final RefundQueue refunds;
    private final RefundOutbox outbox;
    private final Ledger ledger;
    // declared here and implemented above us: asked for late, so that the module above may itself ask for payments
    private final ObjectProvider<CaptureTaker> taker;
    private final ObjectProvider<CaptureTaker.OfTime> times;

    /** Never inside a transaction: answers when it is committed. */
    void route(Took took) {
        try {
            routeWithRetries(took);
        } catch (NotTaken e) {
            log.error("Nobody could take the capture {} of {}", took.transaction(), took.code(), e.getCause());
            transaction.executeWithoutResult(status -> store(took, capture -> Destination.EXCEPTION));
        }
    }

    private void routeWithRetries(Took took) {
        for (int tried = 1; ; tried++) {
            try {
                transaction.executeWithoutResult(status -> store(took, this::ask));
                return;
            } catch (TransientDataAccessException e) {
                // what was away or locked for long is waited for elsewhere: whoever brought the capture brings it again
                if (tried == TRIES || Outage.isBehind(e)) {
                    throw e;
                }
            }
        }
    }

    private void store(Took took, Function<Capture, Destination> decision) {
        var community = owners.of(took.code());
        var payment = payments.find(community, took.code()).orElse(null);
        var id = Ids.next();
        if (captures.store(id, took, community, payment)) {
            var destination = payment != null && payment.amount().equals(took.amount())
                    ? decision.apply(capture(id, took, payment))
                    : Destination.EXCEPTION;
            end(new Arrival(id, took, community, payment, destination));
        }
    }

    private void end(Arrival arrival) {
        captures.ended(arrival.community(), arrival.id(), arrival.destination());
        var payment = arrival.payment();
        if (payment == null || arrival.destination() == Destination.EXCEPTION) {
            cases.open(arrival.community(), matter(arrival));
        } else {
            payments.captured(payment, arrival.took().amount());
            if (arrival.destination() == Destination.REFUND) {
                refunds.add(
                        arrival.community(),
                        payment.id(),
                        arrival.took().amount(),
                        RefundQueue.AUTOMATIC,
                        arrival.id().toString());
                outbox.wakeAfterCommit();
            }
        }
        // the busy accounts last
        ledger.post(transfer(arrival));
    }

    private Destination ask(Capture capture) {
        try {
            var place = taker.getObject().take(capture);
            return place == Destination.EXCEPTION ? time(capture) : place;
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException e) {
            // the database's trouble, not the order's: whoever brought the capture will bring it again
            throw e;
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            throw new NotTaken(e);
        }
    }

    /** No order knows it: whoever sells time may. */
    private Destination time(Capture capture) {
        return times.orderedStream()
                .flatMap(it -> it.take(capture).stream())
                .findFirst()
                .orElse(Destination.EXCEPTION);
    }

    private static Capture capture(UUID id, Took took, PaymentTry payment) {
        return new Capture(
                id,
                payment.community(),
                payment.order(),
                took.provider(),
                took.transaction(),
                took.amount(),
                took.at());
    }

    private static ExceptionCases.Matter matter(Arrival arrival) {
        var payment = arrival.payment();
        var took = arrival.took();
        var kind = payment == null
                ? ExceptionCase.Kind.UNKNOWN_PAYMENT
                : payment.amount().equals(took.amount())
                        ? ExceptionCase.Kind.NOT_TAKEN
                        : ExceptionCase.Kind.WRONG_AMOUNT;
        var asked = payment == null ? "" : ", asked " + payment.amount();
        return new ExceptionCases.Matter(
                kind,
                took.provider(),
                took.transaction(),
                arrival.id(),
                payment == null ? null : payment.order(),
                took.amount(),
                "payment " + took.code() + ": took " + took.amount() + asked);
    }

    private static Transfer transfer(Arrival arrival) {
        var owner = arrival.community().value();
        var kind = switch (arrival.destination()) {
            case ORDER -> Account.Kind.CUSTOMER_FUNDS;
            case REFUND -> Account.Kind.REFUND_IN_FLIGHT;
            case EXCEPTION -> Account.Kind.EXCEPTIONS;
        };
        return new Transfer(
                new Source("capture", arrival.id(), "taken"),
                new Account(Account.Kind.PROVIDER_CLEARING, owner),
                new Account(kind, owner),
                arrival.took().amount());
    }

    /** A capture that was stored just now and where it goes. */
    private record Arrival(
            UUID id,
            Took took,
            CommunityId community,
            @Nullable PaymentTry payment,
            Destination destination) {}

    /** The order side failed for good; everything it did is rolled back with it. */
    private static final class NotTaken extends RuntimeException {
        NotTaken(RuntimeException cause) {
            super(cause);
        }
    }
}
