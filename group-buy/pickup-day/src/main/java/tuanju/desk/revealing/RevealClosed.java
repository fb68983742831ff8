package tuanju.desk.revealing;

import tuanju.command.Refusal;

/** Too long after pickup to be shown a full phone number (410). */
final class RevealClosed extends Refusal {
    RevealClosed() {
        super(410, "reveal-closed");
    }
}
