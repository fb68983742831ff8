package tuanju.complaint;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.complaint.ComplaintRows.Decision;
import tuanju.member.SignedIn;
import tuanju.money.Money;

/** Money given for a complaint over REST: it is called givenFen there, and a refusal names it as it was sent. */
final class GivenFen {

    private static final String FIELD = "givenFen";

    private GivenFen() {}

    /** What was decided; refuses with Invalid without an amount. */
    static Decision decision(SignedIn me, @Nullable Long fen, @Nullable String answer) {
        if (fen == null || fen < 0) {
            throw new Invalid(FIELD, "complaint-yuan");
        }
        return new Decision(Money.ofFen(fen), answer == null ? "" : answer.strip(), me.member());
    }

    /** Does it; what forms call yuan is refused under this name. */
    static <T> T named(Supplier<T> act) {
        try {
            return act.get();
        } catch (Invalid invalid) {
            throw invalid.getField().equals("yuan")
                    ? new Invalid(FIELD, invalid.getType(), invalid.getArguments())
                    : invalid;
        }
    }
}
