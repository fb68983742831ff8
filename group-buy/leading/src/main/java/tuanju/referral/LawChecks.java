package tuanju.referral;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.invariant.InvariantCheck;
import tuanju.invariant.InvariantWatch;

/** What keeps to each rule of the law, and whether it does now. */
@Component
@RequiredArgsConstructor
class LawChecks {

    private final JdbcClient jdbc;
    private final InvariantWatch watch;

    /**
     * A rule as it stands.
     *
     * @param constraints what of the database refuses what it forbids
     * @param refuses whether all of these are there and hold for every row
     * @param claim what is looked at all the time; empty where nothing could be written
     * @param broken whether it was seen broken when it was looked at last
     * @param seen when that was; null before the first look, or where nothing is looked at
     */
    record Check(
            LegalRule rule,
            List<String> constraints,
            boolean refuses,
            String claim,
            boolean broken,
            @Nullable Instant seen) {

        /** Whether it holds, as far as anybody can tell. */
        public boolean holds() {
            return refuses && !broken;
        }

        /** Whether nothing was found broken only because nobody has looked yet. */
        public boolean isUnseen() {
            return holds() && !claim.isEmpty() && seen == null;
        }
    }

    @Transactional(readOnly = true)
    public List<Check> all() {
        var there = valid();
        var looked = watch.checks();
        return Arrays.stream(LegalRule.values())
                .map(it -> check(it, there, looked))
                .toList();
    }

    private static Check check(LegalRule rule, Set<String> there, List<InvariantCheck> looked) {
        var seen = looked.stream().filter(it -> it.id().equals(rule.getClaim())).findFirst();
        return new Check(
                rule,
                rule.getConstraints(),
                there.containsAll(rule.getConstraints()),
                seen.map(InvariantCheck::sentence).orElse(""),
                seen.filter(InvariantCheck::isBroken).isPresent(),
                seen.map(InvariantCheck::checked).orElse(null));
    }

    private Set<String> valid() {
        return new HashSet<>(jdbc.sql("select conname from pg_constraint where conname = any(:names) and convalidated")
                .param(
                        "names",
                        Arrays.stream(LegalRule.values())
                                .flatMap(it -> it.getConstraints().stream())
                                .toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
