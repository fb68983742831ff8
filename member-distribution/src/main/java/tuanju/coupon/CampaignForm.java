package tuanju.coupon;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.money.Money;
import tuanju.price.Funder;

/**
 * A campaign as somebody types it: amounts in yuan, what is left empty is not said.
 *
 * @param off yuan; of a percentage the most that it takes off
 * @param goods empty for all, "p:" and a product's id, or "c:" and a category
 * @param days how long from now it can be claimed and used
 */
record CampaignForm(
        @Nullable String community,
        @Nullable String title,
        @Nullable String kind,
        @Nullable String off,
        @Nullable String percent,
        @Nullable String from,
        @Nullable String goods,
        @Nullable String firstOrder,
        @Nullable String visibility,
        @Nullable String funder,
        @Nullable String budget,
        @Nullable String perPerson,
        @Nullable String mostClaims,
        @Nullable String way,
        @Nullable String days,
        @Nullable String lastsDays,
        @Nullable String points) {

    private static final Map<String, String> FIELDS = Map.of(
            "offFen", "off",
            "basisPoints", "percent",
            "fromFen", "from",
            "budgetFen", "budget",
            "closes", "days",
            "product", "goods",
            "category", "goods");

    /** Whether anything was typed yet. */
    boolean isBegun() {
        return title != null;
    }

    /** Refuses with Invalid, by the name of the field, what cannot be read. */
    CampaignDraft draft(Funder otherwise, Instant now) {
        var isPercent = "PERCENT".equals(kind);
        var length = number("days", days);
        return new CampaignDraft(
                null,
                title,
                isPercent ? CouponTerms.Kind.PERCENT : CouponTerms.Kind.AMOUNT,
                fen("off", off),
                isPercent ? basisPoints() : null,
                fen("from", from),
                product(),
                of("c:"),
                "on".equals(firstOrder),
                visibility,
                null,
                "SUPPLIER".equals(funder) && otherwise != Funder.LEADER ? Funder.SUPPLIER : otherwise,
                fen("budget", budget),
                number("perPerson", perPerson),
                number("mostClaims", mostClaims),
                chosenWay(),
                null,
                length == null ? null : now.plus(Duration.ofDays(length)),
                number("lastsDays", lastsDays),
                number("points", points));
    }

    /** The same refusal beside the field of this form. */
    static Invalid beside(Invalid refusal) {
        return new Invalid(
                FIELDS.getOrDefault(refusal.getField(), refusal.getField()), refusal.getType(), refusal.getArguments());
    }

    private @Nullable UUID product() {
        var id = of("p:");
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new Invalid("goods", "coupon-no-such-goods");
        }
    }

    private @Nullable String of(String prefix) {
        return goods != null && goods.startsWith(prefix) ? goods.substring(prefix.length()) : null;
    }

    private NewCampaign.@Nullable Way chosenWay() {
        for (var one : NewCampaign.Way.values()) {
            if (one.name().equals(way)) {
                return one;
            }
        }
        return null;
    }

    private @Nullable Integer basisPoints() {
        if (percent == null || percent.isBlank()) {
            return null;
        }
        if (!percent.strip().matches("[0-9]{1,2}(\\.[0-9]{1,2})?")) {
            throw new Invalid("percent", "coupon-percent");
        }
        return new BigDecimal(percent.strip()).movePointRight(2).intValueExact();
    }

    private static @Nullable Long fen(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("[0-9]{1,7}(\\.[0-9]{1,2})?")) {
            throw new Invalid(field, "coupon-yuan");
        }
        return Money.ofYuan(typed).fen();
    }

    private static @Nullable Integer number(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("[0-9]{1,7}")) {
            throw new Invalid(field, "coupon-whole-number");
        }
        return Integer.valueOf(typed.strip());
    }
}
