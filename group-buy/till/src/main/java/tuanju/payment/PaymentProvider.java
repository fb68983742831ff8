package tuanju.payment;

/**
 * What takes money and gives it back: a payment company, the sandbox, or a person at the gate. Calls are made outside
 * any transaction, may be made again with the same code, and refuse with {@link ProviderUnavailable} when no answer
 * that can be trusted came.
 */
interface PaymentProvider {

    /** As in {@code tuanju.payment.providers} and in the address of its callbacks. */
    String name();

    /** Makes the payment known to the provider and answers where the payer goes. */
    String open(PaymentTry payment);

    Standing query(PaymentTry payment);

    /** Closes it if it is still open; answers how it stands then. */
    Standing close(PaymentTry payment);

    RefundStanding refund(RefundTry refund);

    RefundStanding queryRefund(RefundTry refund);

    /** Reads a callback. Refuses with {@link ForgedCallback} what the provider has not signed just now. */
    Notice read(CallbackMessage message);

    /** What the provider wants to hear when a callback was taken. */
    default String acknowledgement() {
        return "";
    }
}
