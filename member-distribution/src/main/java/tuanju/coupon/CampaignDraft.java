package tuanju.coupon;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.membership.Visibility;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.price.Funder;
import tuanju.referral.LegalGuard;
import tuanju.referral.Scheme;

/**
 * What a program or a form says of a campaign, before anything of it is believed; amounts in fen.
 *
 * @param community its short code; who knows where they are says null
 * @param offFen an amount; of a percentage the most that it takes off
 * @param product of a coupon for one product
 * @param category of a coupon for one category of products
 * @param visibility who may claim and use one, as Visibility reads it
 */
record CampaignDraft(
        @Nullable String community,
        @Nullable String title,
        CouponTerms.@Nullable Kind kind,
        @Nullable Long offFen,
        @Nullable Integer basisPoints,
        @Nullable Long fromFen,
        @Nullable UUID product,
        @Nullable String category,
        @Nullable Boolean firstOrder,
        @Nullable String visibility,
        @Nullable String stacking,
        @Nullable Funder funder,
        @Nullable Long budgetFen,
        @Nullable Integer perPerson,
        @Nullable Integer mostClaims,
        NewCampaign.@Nullable Way way,
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable Integer lastsDays,
        @Nullable Integer points) {

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_NAME = 20;
    private static final long DEAREST_FEN = 10_000_000;
    private static final long LARGEST_BUDGET_FEN = 100_000_000;
    private static final int HIGHEST_BASIS_POINTS = 9_900;
    private static final int MOST_PER_PERSON = 20;
    private static final int MOST_CLAIMS = 1_000_000;
    private static final int MOST_INVITES_A_MONTH = 10;
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_POINTS = 100_000;
    private static final String TOGETHER_WITH_NOTHING = "coupon";

    /** Refuses with Invalid whatever of it is missing or out of bounds, and with AgainstTheLaw (422) what may not be. */
    NewCampaign read(CouponTerms.Goods goods, Instant now) {
        var way = needed("way", this.way);
        if (way == NewCampaign.Way.PACKET && mostClaims == null) {
            throw new Invalid("mostClaims", "coupon-packet-needs-number");
        }
        if (way == NewCampaign.Way.INVITE) {
            checkInvite();
        }
        if ((way == NewCampaign.Way.GIFT || way == NewCampaign.Way.PLAN) && Boolean.TRUE.equals(firstOrder)) {
            throw new Invalid("firstOrder", "coupon-gift-not-first");
        }
        var from = opens == null ? now : opens;
        return new NewCampaign(
                text("title", title, LONGEST_TITLE),
                terms(goods),
                Money.ofFen(money("budgetFen", needed("budgetFen", budgetFen), 1, LARGEST_BUDGET_FEN)),
                (int) between("perPerson", perPerson == null ? 1 : perPerson, 1, MOST_PER_PERSON),
                mostClaims == null ? null : (int) between("mostClaims", mostClaims, 1, MOST_CLAIMS),
                way,
                from,
                end(from, now),
                lastsDays == null ? null : (int) between("lastsDays", lastsDays, 1, LONGEST_DAYS),
                points(way));
    }

    /** Of what is given for points alone. */
    private @Nullable Integer points(NewCampaign.Way way) {
        if (way != NewCampaign.Way.POINTS) {
            if (points != null) {
                throw new Invalid("points", "coupon-points-without-way");
            }
            return null;
        }
        return (int) between("points", needed("points", points), 1, MOST_POINTS);
    }

    /** The same for everybody, so many a month, and never only for somebody's first order: one of the two has bought before. */
    private void checkInvite() {
        if (Boolean.TRUE.equals(firstOrder)) {
            throw new Invalid("kind", "coupon-invite-flat");
        }
        if (!Visibility.of(visibility).isPublic()) {
            throw new Invalid("visibility", "coupon-invite-flat");
        }
        LegalGuard.mustBeLegal(Scheme.invite(
                needed("kind", kind) == CouponTerms.Kind.AMOUNT,
                perPerson == null || perPerson <= MOST_INVITES_A_MONTH));
    }

    private CouponTerms terms(CouponTerms.Goods goods) {
        boolean isPercent = needed("kind", kind) == CouponTerms.Kind.PERCENT;
        long off = money("offFen", needed("offFen", offFen), 1, DEAREST_FEN);
        long from = money("fromFen", fromFen == null ? 0 : fromFen, 0, DEAREST_FEN);
        if (!isPercent && from <= off) {
            throw new Invalid("fromFen", "coupon-from-above-off");
        }
        if (!isPercent && basisPoints != null) {
            throw new Invalid("basisPoints", "coupon-amount-without-percent");
        }
        var percent = isPercent
                ? new Percentage(
                        (int) between("basisPoints", needed("basisPoints", basisPoints), 1, HIGHEST_BASIS_POINTS))
                : null;
        return new CouponTerms(
                Money.ofFen(off),
                percent,
                Money.ofFen(from),
                goods,
                Boolean.TRUE.equals(firstOrder),
                stacking == null || stacking.isBlank()
                        ? TOGETHER_WITH_NOTHING
                        : text("stacking", stacking, LONGEST_NAME),
                needed("funder", funder),
                Visibility.of(visibility));
    }

    private Instant end(Instant from, Instant now) {
        var end = needed("closes", closes);
        if (!end.isAfter(from) || !end.isAfter(now) || end.isAfter(from.plus(Duration.ofDays(LONGEST_DAYS)))) {
            throw new Invalid("closes", "coupon-window", LONGEST_DAYS);
        }
        return end;
    }

    private static String text(String field, @Nullable String typed, int longest) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new Invalid(field, "text-missing");
        }
        if (text.length() > longest) {
            throw new Invalid(field, "text-too-long", longest);
        }
        return text;
    }

    private static long between(String field, long number, long least, long most) {
        if (number < least || number > most) {
            throw new Invalid(field, "coupon-number", least, most);
        }
        return number;
    }

    private static long money(String field, long fen, long least, long most) {
        if (fen < least || fen > most) {
            throw new Invalid(
                    field,
                    "coupon-money",
                    Money.ofFen(least).yuan(),
                    Money.ofFen(most).yuan());
        }
        return fen;
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new Invalid(field, "field-missing");
        }
        return value;
    }
}
