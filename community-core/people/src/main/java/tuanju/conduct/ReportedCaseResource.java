package tuanju.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case over REST.
 *
 * @param reasons what readers say: SPAM, FALSE, RUDE, ILLEGAL, PRIVACY, OTHER
 * @param found what rules found: PHONE, CONTACT, LINK, DUPLICATE, BURST, FIRST
 * @param held whether it is hidden for the time being
 * @param decision HIDDEN or KEPT; null before
 * @param appeal what its author says against it
 * @param appealDecision UPHELD or OVERTURNED; null before
 */
record ReportedCaseResource(
        UUID id,
        String kind,
        String code,
        String title,
        int severity,
        Instant opened,
        Instant due,
        int reports,
        List<String> reasons,
        List<String> found,
        boolean held,
        @Nullable String decision,
        @Nullable String ground,
        @Nullable String why,
        @Nullable String appeal,
        @Nullable String appealDecision,
        @Nullable String appealWhy) {

    static ReportedCaseResource of(Case it) {
        var outcome = it.outcome();
        var appeal = it.appeal();
        return new ReportedCaseResource(
                it.id(),
                it.kind(),
                it.code().value(),
                it.title(),
                it.severity(),
                it.opened(),
                it.due(),
                it.reports(),
                it.reasons(),
                it.rules(),
                it.held() != null,
                outcome == null ? null : outcome.hides() ? "HIDDEN" : "KEPT",
                outcome == null ? null : outcome.reason(),
                outcome == null ? null : outcome.why(),
                appeal == null ? null : appeal.words(),
                appeal == null ? null : appeal.decision(),
                appeal == null ? null : appeal.why());
    }

    /** A page; next is to be sent as "after" and null at the end. */
    record Page(List<ReportedCaseResource> items, @Nullable UUID next) {}

    /** Words as they were kept, version by version. */
    record Kept(int version, String words) {}

    /**
     * A case with all that is kept about it.
     *
     * @param version of the words as they are, which a decision names; 0 where their author took them back
     */
    record Whole(ReportedCaseResource about, List<Kept> kept, String wordsNow, int version) {

        static Whole of(Case it, CaseFiles.File file, @Nullable Thing thing) {
            return new Whole(
                    ReportedCaseResource.of(it),
                    file.evidence().stream()
                            .map(kept -> new Kept(kept.version(), kept.words()))
                            .toList(),
                    thing == null ? "" : thing.words(),
                    thing == null ? 0 : thing.version());
        }
    }

    /** What becomes of an appeal: UPHELD or OVERTURNED, and why. */
    record End(@Nullable String decision, @Nullable String reason) {}

    /** What followed; a ban waits for the second word of another operator. */
    record Taken(boolean waits) {}
}
