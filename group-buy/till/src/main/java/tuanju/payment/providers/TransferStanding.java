package tuanju.payment.providers;

/** How a transfer stands at its provider. */
public sealed interface TransferStanding {

    /** Accepted but not done. */
    record Processing() implements TransferStanding {}

    /** Paid, under the provider's own transaction number. */
    record Done(String transaction) implements TransferStanding {}

    /** Final: it was not paid and will not be. */
    record Failed(String reason) implements TransferStanding {}

    /** The provider has never heard of its code. */
    record Unknown() implements TransferStanding {}

    /** Nothing that can be trusted came back, so it may have been paid. */
    record NoAnswer(String detail) implements TransferStanding {}
}
