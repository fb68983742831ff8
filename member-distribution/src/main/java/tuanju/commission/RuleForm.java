package tuanju.commission;

import java.math.BigDecimal;
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
        var typed = percent == null ? "" : percent.replace("%", "").strip();
        if (!typed.matches("[0-9]{1,3}(\\.[0-9]{1,2})?")) {
            throw new Invalid("percent", "commission-rate");
        }
        return new BigDecimal(typed).movePointRight(2).intValueExact();
    }

    /** The same refusal beside the field of this form. */
    static Invalid beside(Invalid refusal) {
        return refusal.getField().equals("basisPoints")
                ? new Invalid("percent", refusal.getType(), refusal.getArguments())
                : refusal;
    }
}
