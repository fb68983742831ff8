package tuanju.payment.providers;

import java.time.LocalDate;
import java.util.List;

/**
 * What takes money and gives it back: a payment company, the sandbox, or a person at the gate. Calls are made outside
 * any transaction, may be made again with the same code, and refuse with {@link ProviderUnavailable} when no answer
 * that can be trusted came.
 */
public interface PaymentProvider {

    /** As in {@code tuanju.payment.providers} and in the address of its callbacks. */
    String name();

    /** Makes the payment known to the provider and answers how it can be paid. */
    WayToPay open(PaymentTry payment);

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

    /** One that also pays people out. */
    interface PaysOut extends PaymentProvider {

        /** Pays out, once per code however often it is told. */
        TransferStanding transfer(TransferTry transfer);

        TransferStanding queryTransfer(TransferTry transfer);
    }

    /** One that hands over a bill of each day. */
    interface GivesBills extends PaymentProvider {

        /**
         * What it did for us on one day, which is over. Refuses with {@link ProviderUnavailable} when no answer that can be
         * trusted came, and with {@link UnreadableBill} one that does not hold together.
         */
        List<BillLine> dailyBill(LocalDate day);
    }
}
