package tuanju.conduct;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.community.Lines;
import tuanju.conduct.Judging.Decision;
import tuanju.member.MemberId;

/**
 * What somebody decides, as a form or a program sends it.
 *
 * @param decision HIDDEN or KEPT
 * @param ground for what it is hidden: SPAM, FALSE, RUDE, ILLEGAL, PRIVACY or OTHER; nothing where it is kept
 * @param reason in words, which both sides read
 * @param version of the words it is about
 */
record CaseForm(
        @Nullable String decision,
        @Nullable String ground,
        @Nullable String reason,
        @Nullable Integer version) {

    private static final int LONGEST_REASON = 200;

    /** Refuses with Invalid what cannot be read. */
    Decision by(MemberId member) {
        boolean hides = switch (Objects.requireNonNullElse(decision, "")) {
            case "HIDDEN" -> true;
            case "KEPT" -> false;
            default -> throw new Invalid("decision", "one-of", "HIDDEN, KEPT");
        };
        var why = Lines.required("reason", Objects.requireNonNullElse(reason, ""), LONGEST_REASON);
        return new Decision(hides, hides ? Reason.read("ground", ground) : null, why, member);
    }

    int ofVersion() {
        return version == null ? 0 : version;
    }
}
