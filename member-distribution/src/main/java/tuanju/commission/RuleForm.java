package tuanju.commission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/** A rule as somebody types it: 8, or 7.5 percent. */
record RuleForm(
        @Nullable String community,
        @Nullable String scope,
        @Nullable String subject,
        @Nullable String percent) {

    /** Refuses with Invalid what is no rate. */
    RuleDraft draft() {
        return new RuleDraft(community, scope, subject, points());
    }

    private int points() {
        try {
            return new BigDecimal(percent == null ? "" : percent.strip().replace("%", ""))
                    .movePointRight(2)
                    .setScale(0, RoundingMode.UNNECESSARY)
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException unreadable) {
            throw new Invalid("percent", "commission-rate");
        }
    }

    /** The same refusal beside the field of this form. */
    static Invalid beside(Invalid refusal) {
        return refusal.getField().equals("basisPoints")
                ? new Invalid("percent", refusal.getType(), refusal.getArguments())
                : refusal;
    }
}
