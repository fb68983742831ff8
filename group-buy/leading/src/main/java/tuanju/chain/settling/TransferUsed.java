package tuanju.chain.settling;

import tuanju.command.Refusal;

/** Somebody else used this transfer, or paid this order, meanwhile (409). */
final class TransferUsed extends Refusal {

    TransferUsed() {
        super(409, "transfer-used");
    }
}
