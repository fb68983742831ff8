package tuanju.referral;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A way of paying people for what others buy or do, before anybody is paid by it.
 *
 * @param paysFor what must happen so that somebody gets something
 * @param levels how many people one happening pays at most, one above the other
 * @param gate what somebody must have done or paid to take part, or to get more
 * @param growsBy what makes their rate higher
 * @param reward what they get
 * @param basisPoints of the goods' price, together with the leader's fee; 0 for what is flat
 * @param base what that is counted from
 * @param capped whether it ends at a number or an amount that was said before
 */
public record Scheme(
        PaysFor paysFor,
        int levels,
        Gate gate,
        GrowsBy growsBy,
        Reward reward,
        int basisPoints,
        Base base,
        boolean capped) {

    /** What must happen. */
    public enum PaysFor {
        /** Somebody bought by the person's own link, and keeps the goods. */
        OWN_SALE,
        /** An invited person's first order was completed. */
        FIRST_ORDER,
        HANDING_OVER,
        DELIVERING,
        JOINING,
        RECRUITING,
        SHARING,
        SALE_OF_RECRUIT,
        TEAM_SALES,
        WAITING
    }

    /** What must have been done before. */
    public enum Gate {
        NONE,
        TERMS,
        FEE,
        DEPOSIT,
        COURSE,
        OWN_PURCHASE,
        SPEND,
        POINTS,
        PLAN,
        RECRUITS
    }

    /** What makes a rate higher. */
    public enum GrowsBy {
        NOTHING,
        OWN_DIRECT_ORDERS,
        SERVICE_QUALITY,
        OWN_SPEND,
        RECRUITS,
        TEAM_SALES,
        PLAN
    }

    /** What somebody gets. */
    public enum Reward {
        MONEY,
        COUPON,
        GOODS,
        POINTS
    }

    /** What a rate is of. */
    public enum Base {
        NOTHING,
        GOODS_KEPT,
        FREIGHT,
        TOP_UP,
        GOODS_REFUNDED_TOO
    }

    private static final Scheme PLAIN =
            new Scheme(PaysFor.OWN_SALE, 1, Gate.TERMS, GrowsBy.NOTHING, Reward.MONEY, 0, Base.GOODS_KEPT, true);

    private static final Map<String, Scheme> BY_SCOPE = Map.ofEntries(
            Map.entry("person", PLAIN),
            Map.entry("product", PLAIN),
            Map.entry("category", PLAIN),
            Map.entry("community", PLAIN),
            Map.entry("referraltier", PLAIN.growing(GrowsBy.OWN_DIRECT_ORDERS)),
            Map.entry("level2", PLAIN.paying(PaysFor.SALE_OF_RECRUIT).up(2)),
            Map.entry("indirect", PLAIN.paying(PaysFor.SALE_OF_RECRUIT).up(2)),
            Map.entry("team", PLAIN.paying(PaysFor.TEAM_SALES).up(2)),
            Map.entry("teamsales", PLAIN.growing(GrowsBy.TEAM_SALES)),
            Map.entry("recruits", PLAIN.growing(GrowsBy.RECRUITS)),
            Map.entry("recruiting", PLAIN.paying(PaysFor.RECRUITING)),
            Map.entry("registration", PLAIN.paying(PaysFor.JOINING)),
            Map.entry("invite", PLAIN.paying(PaysFor.JOINING)),
            Map.entry("share", PLAIN.paying(PaysFor.SHARING)),
            Map.entry("spend", PLAIN.growing(GrowsBy.OWN_SPEND)),
            Map.entry("plan", PLAIN.growing(GrowsBy.PLAN)),
            Map.entry("entryfee", PLAIN.behind(Gate.FEE)),
            Map.entry("ownpurchase", PLAIN.behind(Gate.OWN_PURCHASE)));

    /** A money commission as the word of a rule names it, at this rate; empty for a word that names none. */
    public static Optional<Scheme> named(String scope, int basisPoints) {
        return Optional.ofNullable(
                        BY_SCOPE.get(scope.strip().toLowerCase(Locale.ROOT).replace("_", "")))
                .map(it -> it.at(basisPoints));
    }

    /** A coupon for who brought a neighbour, after that one's first order: the same for everybody or not, so many a month or not. */
    public static Scheme invite(boolean flat, boolean capped) {
        return new Scheme(
                PaysFor.FIRST_ORDER,
                1,
                Gate.NONE,
                GrowsBy.NOTHING,
                flat ? Reward.COUPON : Reward.MONEY,
                0,
                Base.NOTHING,
                capped);
    }

    Scheme paying(PaysFor what) {
        return new Scheme(what, levels, gate, growsBy, reward, basisPoints, base, capped);
    }

    Scheme up(int people) {
        return new Scheme(paysFor, people, gate, growsBy, reward, basisPoints, base, capped);
    }

    Scheme behind(Gate what) {
        return new Scheme(paysFor, levels, what, growsBy, reward, basisPoints, base, capped);
    }

    Scheme growing(GrowsBy what) {
        return new Scheme(paysFor, levels, gate, what, reward, basisPoints, base, capped);
    }

    Scheme giving(Reward what) {
        return new Scheme(paysFor, levels, gate, growsBy, what, basisPoints, base, capped);
    }

    Scheme of(Base what) {
        return new Scheme(paysFor, levels, gate, growsBy, reward, basisPoints, what, capped);
    }

    Scheme at(int points) {
        return new Scheme(paysFor, levels, gate, growsBy, reward, points, base, capped);
    }
}
