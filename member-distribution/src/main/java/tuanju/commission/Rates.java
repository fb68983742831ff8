package tuanju.commission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rule fires for a line: the most specific of those that held when its order was placed.
 *
 * @param rules those that held then, of one community
 * @param record how well this referrer brought buyers until then
 */
record Rates(List<Rule> rules, UUID referrer, OwnRecord record) {

    /** Where nobody said otherwise. */
    static final int USUAL = 800;

    static final Map<Integer, Integer> USUAL_TIERS = Map.of(10, 900, 50, 1_000);

    Rates {
        rules = List.copyOf(rules);
    }

    Fired of(@Nullable UUID product, String category) {
        return find(Scope.PERSON, referrer.toString())
                .or(() -> product == null ? Optional.empty() : find(Scope.PRODUCT, product.toString()))
                .or(() -> category.isEmpty() ? Optional.empty() : find(Scope.CATEGORY, category))
                .or(this::byTier)
                .or(() -> find(Scope.COMMUNITY, ""))
                .orElseGet(() -> new Fired(Scope.COMMUNITY, "", USUAL));
    }

    private Optional<Fired> byTier() {
        var usual = USUAL_TIERS.get(record.tier());
        var tier = String.valueOf(record.tier());
        return usual == null
                ? Optional.empty()
                : find(Scope.REFERRAL_TIER, tier).or(() -> Optional.of(new Fired(Scope.REFERRAL_TIER, tier, usual)));
    }

    private Optional<Fired> find(Scope scope, String subject) {
        return rules.stream()
                .filter(it -> it.scope() == scope && it.subject().equals(subject))
                .findFirst()
                .map(it -> new Fired(scope, it.called(), it.basisPoints()));
    }
}
