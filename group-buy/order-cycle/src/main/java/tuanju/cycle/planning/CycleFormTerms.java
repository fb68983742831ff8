package tuanju.cycle.planning;

import static tuanju.cycle.planning.CycleForm.text;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.cycle.CyclePlan;
import tuanju.cycle.CycleTerms;
import tuanju.cycle.Minimum;
import tuanju.membership.Visibility;
import tuanju.money.Money;

/**
 * What a new cycle needs to go ahead, as typed.
 *
 * @param minimum yuan, or a number of orders, pieces or cases; empty without
 * @param discountFrom from how many yuan on an order gets something off; empty where none does
 * @param discountOff how many yuan that is
 * @param visibility who may see it and order
 * @param boxfillHours how long open cases may be filled after the cut-off; empty or 0 where they are cut at once
 */
record CycleFormTerms(
        @Nullable String minimum,
        @Nullable String minimumKind,
        @Nullable String boxfillHours,
        @Nullable String discountFrom,
        @Nullable String discountOff,
        @Nullable String visibility) {

    private static final int LONGEST_BOXFILL_HOURS = 48;

    static final CycleFormTerms NONE = new CycleFormTerms("", "", "", "", "", "PUBLIC");

    static CycleFormTerms of(CyclePlan plan) {
        var minimum = plan.terms().minimum();
        var until = plan.terms().boxfillUntil();
        var discount = plan.terms().discount();
        return new CycleFormTerms(
                minimum == null ? "" : typed(minimum),
                minimum == null ? "" : minimum.kind().name(),
                until == null
                        ? ""
                        : Long.toString(Duration.between(plan.cutOff(), until).toHours()),
                discount == null ? "" : discount.from().yuan(),
                discount == null ? "" : discount.off().yuan(),
                plan.terms().visibility().word());
    }

    CycleTerms terms(Instant cutOff) {
        return new CycleTerms(
                least(),
                boxfillUntil(cutOff),
                CycleFormDiscount.read(discountFrom, discountOff),
                Visibility.of("terms.visibility", visibility));
    }

    private @Nullable Minimum least() {
        var amount = text(minimum);
        if (amount.isEmpty()) {
            return null;
        }
        var kind = kind();
        var wellFormed = kind == Minimum.Kind.MONEY ? "\\d{1,6}(\\.\\d{1,2})?" : "\\d{1,6}";
        if (!amount.matches(wellFormed)) {
            throw new Invalid("terms.minimum", "cycle-minimum-unreadable", amount);
        }
        try {
            return new Minimum(
                    kind, kind == Minimum.Kind.MONEY ? Money.ofYuan(amount).fen() : Long.parseLong(amount));
        } catch (Invalid none) {
            throw new Invalid("terms.minimum", none.getType());
        }
    }

    private Minimum.Kind kind() {
        for (var kind : Minimum.Kind.values()) {
            if (kind.name().equals(text(minimumKind))) {
                return kind;
            }
        }
        throw new Invalid("terms.minimum", "cycle-choice-missing");
    }

    private @Nullable Instant boxfillUntil(Instant cutOff) {
        var hours = text(boxfillHours);
        if (hours.isEmpty()) {
            return null;
        }
        if (!hours.matches("\\d{1,2}") || Integer.parseInt(hours) > LONGEST_BOXFILL_HOURS) {
            throw new Invalid("terms.boxfillHours", "cycle-boxfill-between");
        }
        return hours.matches("0+") ? null : cutOff.plus(Duration.ofHours(Integer.parseInt(hours)));
    }

    private static String typed(Minimum minimum) {
        return minimum.kind() == Minimum.Kind.MONEY
                ? Money.ofFen(minimum.amount()).yuan()
                : Long.toString(minimum.amount());
    }
}
