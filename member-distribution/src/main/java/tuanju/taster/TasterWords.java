package tuanju.taster;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.community.Lines;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.referral.LegalGuard;

/** What may be said by a taster and to one: what everything that people write passes, and nothing that promises pay for people. */
@Component
@RequiredArgsConstructor
class TasterWords {

    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_QUESTION = 100;

    private final Moderation moderation;

    /** Refuses with Invalid what is missing, too long or holds a refused word, and with AgainstTheLaw what may not be promised. */
    String title(@Nullable String typed) {
        return said("title", Lines.required("title", or(typed), LONGEST_TITLE));
    }

    String words(@Nullable String typed) {
        return said("words", Lines.optional("words", or(typed), LONGEST_WORDS));
    }

    /** What trying showed, or why something is dropped, is said. */
    String verdict(@Nullable String typed, boolean needed) {
        return said(
                "verdict",
                needed
                        ? Lines.required("verdict", or(typed), LONGEST_WORDS)
                        : Lines.optional("verdict", or(typed), LONGEST_WORDS));
    }

    String question(@Nullable String typed) {
        return said("words", Lines.required("words", or(typed), LONGEST_QUESTION));
    }

    String answer(@Nullable String typed) {
        return said("answer", Lines.required("answer", or(typed), LONGEST_WORDS));
    }

    private String said(String field, String text) {
        moderation.mustPass(Written.TEXT, field, text);
        LegalGuard.mustBeLegal(text);
        return text;
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
