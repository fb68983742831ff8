package tuanju.conduct;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/** What is not right about something written, as readers say it and as a decision names it. */
public enum Reason {
    SPAM(2),
    FALSE(2),
    RUDE(2),
    ILLEGAL(3),
    PRIVACY(3),
    OTHER(1);

    private final int severity;

    Reason(int severity) {
        this.severity = severity;
    }

    int severity() {
        return severity;
    }

    /** The gravest of what readers say of a case; OTHER where only a rule found it. */
    static Reason of(Case about) {
        return about.reasons().stream()
                .map(Reason::valueOf)
                .max(Comparator.comparingInt(Reason::severity))
                .orElse(OTHER);
    }

    /** Refuses with Invalid, by this field, what is none. */
    static Reason read(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw new Invalid(field, "field-missing");
        }
        try {
            return valueOf(typed.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new Invalid(field, "one-of", "SPAM, FALSE, RUDE, ILLEGAL, PRIVACY, OTHER");
        }
    }
}
