package tuanju.payment;

import tuanju.command.Refusal;

/** This receipt counts already (409): its money goes back as a refund only. */
public final class ReceiptCounts extends Refusal {

    ReceiptCounts() {
        super(409, "receipt-counts");
    }
}
