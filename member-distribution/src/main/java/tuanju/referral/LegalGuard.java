package tuanju.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds a way of paying people against the law before it is kept. */
public final class LegalGuard {

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

    private static List<LegalRule> order() {
        return Arrays.asList(LegalRule.values());
    }
}
