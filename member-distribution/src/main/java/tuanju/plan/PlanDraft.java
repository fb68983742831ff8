package tuanju.plan;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.community.Code;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.referral.LegalGuard;
import tuanju.referral.LegalGuard.Favour;

/**
 * What a program or a form says of a plan, before anything of it is believed.
 *
 * @param community its short code; who knows where they are says null
 * @param basisPoints less than the usual price; 0 where nothing is said
 * @param pointsPercent of the usual points; 100 where nothing is said
 * @param campaign the code of the coupons that come each month
 * @param opens a right that comes with it beside: whatever it is, the law is quoted
 */
record PlanDraft(
        @Nullable String community,
        @Nullable String title,
        @Nullable Long priceFen,
        @Nullable Integer days,
        @Nullable Integer basisPoints,
        @Nullable Integer pointsPercent,
        @Nullable String campaign,
        @Nullable Boolean servedFirst,
        @Nullable String opens) {

    private static final int LONGEST_TITLE = 40;
    private static final long CHEAPEST_FEN = 100;
    private static final int SHORTEST_DAYS = 7;
    private static final int LEAST_OFF = 100;
    private static final int MOST_POINTS = 300;
    private static final int WHOLE = 10_000;

    /** Refuses with Invalid whatever of it is missing or out of bounds, and with AgainstTheLaw what may not be. */
    PlanTerms read() {
        var terms = new PlanTerms(
                name(),
                Money.ofFen(atLeast("priceFen", "plan-price", priceFen, CHEAPEST_FEN)),
                (int) atLeast("days", "plan-days", days == null ? null : Long.valueOf(days), SHORTEST_DAYS),
                off(),
                points(),
                campaign == null || campaign.isBlank() ? null : code(campaign.strip()),
                Boolean.TRUE.equals(servedFirst));
        LegalGuard.mustBeLegal(terms.title());
        LegalGuard.mustBeLegal(new Favour(
                basisPoints == null ? 0 : basisPoints, true, terms.price(), terms.days(), opens == null ? "" : opens));
        if (!terms.hasPrice() && !terms.hasPoints() && terms.campaign() == null && !terms.servedFirst()) {
            throw new Invalid("basisPoints", "plan-gives-nothing");
        }
        return terms;
    }

    private String name() {
        var name = title == null ? "" : title.strip();
        if (name.isEmpty()) {
            throw new Invalid("title", "text-missing");
        }
        if (name.length() > LONGEST_TITLE) {
            throw new Invalid("title", "text-too-long", LONGEST_TITLE);
        }
        return name;
    }

    private static long atLeast(String field, String type, @Nullable Long number, long least) {
        if (number == null) {
            throw new Invalid(field, "field-missing");
        }
        if (number < least) {
            throw new Invalid(field, type, least);
        }
        return number;
    }

    /** More than the law allows is refused by the law, not by a number. */
    private Percentage off() {
        int off = basisPoints == null ? 0 : basisPoints;
        if (off != 0 && off < LEAST_OFF) {
            throw new Invalid("basisPoints", "plan-off", LEAST_OFF / 100);
        }
        return new Percentage(Math.min(off, WHOLE));
    }

    private int points() {
        int percent = pointsPercent == null ? PlanTerms.USUAL_POINTS : pointsPercent;
        if (percent < PlanTerms.USUAL_POINTS || percent > MOST_POINTS) {
            throw new Invalid("pointsPercent", "plan-points", PlanTerms.USUAL_POINTS, MOST_POINTS);
        }
        return percent;
    }

    private static Code code(String typed) {
        try {
            return new Code(typed);
        } catch (IllegalArgumentException none) {
            throw new Invalid("campaign", "plan-no-such-coupon");
        }
    }
}
