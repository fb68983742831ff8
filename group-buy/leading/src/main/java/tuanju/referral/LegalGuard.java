package tuanju.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tuanju.money.Money;

/** Holds a way of paying people, and what buyers are given, against the law before it is kept. */
public final class LegalGuard {

    /**
     * What buyers are given beside the goods, before anybody has it: the price of a member day, a coupon, a plan.
     *
     * @param basisPoints so much less than the usual price; 0 where that stays
     * @param limited whether how much there is of it was said before
     * @param prepaid what is paid for it before it is used; nothing where it costs nothing
     * @param days how long that lasts
     * @param opens a right that comes with it, as somebody names it: to earn, to recruit, to lead; empty for none
     */
    public record Favour(int basisPoints, boolean limited, Money prepaid, int days, String opens) {

        /** A price on days that come again. */
        public static Favour price(int basisPoints) {
            return new Favour(basisPoints, true, Money.ZERO, 0, "");
        }

        /** Something off orders, out of a budget or without one. */
        public static Favour coupon(boolean limited) {
            return new Favour(0, limited, Money.ZERO, 0, "");
        }
    }

    private LegalGuard() {}

    /** The first rule that a scheme breaks, the gravest first; empty for one that may be. */
    public static Optional<LegalRule> broken(Scheme scheme) {
        return order().stream().filter(it -> it.forbids(scheme)).findFirst();
    }

    /** Refuses with AgainstTheLaw (422) what breaks a rule. */
    public static void mustBeLegal(Scheme scheme) {
        broken(scheme).ifPresent(it -> {
            throw new AgainstTheLaw(it);
        });
    }

    /** The first rule that what buyers are given breaks; empty for what may be. */
    public static Optional<LegalRule> broken(Favour favour) {
        return order().stream().filter(it -> it.forbids(favour)).findFirst();
    }

    /** Refuses with AgainstTheLaw (422) what breaks a rule. */
    public static void mustBeLegal(Favour favour) {
        broken(favour).ifPresent(it -> {
            throw new AgainstTheLaw(it);
        });
    }

    /** Refuses with AgainstTheLaw (422) words that promise pay for people, before anybody reads them (C-10). */
    public static void mustBeLegal(String words) {
        LegalWords.broken(words).ifPresent(it -> {
            throw new AgainstTheLaw(it);
        });
    }

    private static List<LegalRule> order() {
        return Arrays.asList(LegalRule.values());
    }
}
