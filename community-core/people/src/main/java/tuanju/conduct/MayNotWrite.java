package tuanju.conduct;

import java.time.Instant;
import java.time.LocalDate;
import tuanju.command.Refusal;
import tuanju.page.Dates;

/** Somebody does not write here for a while, or for good (403). */
final class MayNotWrite extends Refusal {

    private MayNotWrite(int status, String type, Object... arguments) {
        super(status, type, arguments);
    }

    static MayNotWrite until(Instant end) {
        return new MayNotWrite(
                403, "conduct-silent", LocalDate.ofInstant(end, Dates.SHANGHAI).toString());
    }

    /** For good. */
    static MayNotWrite banned() {
        return new MayNotWrite(403, "conduct-banned");
    }
}
