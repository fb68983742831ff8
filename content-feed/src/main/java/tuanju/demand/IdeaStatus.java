package tuanju.demand;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;

/** What became of an idea. */
enum IdeaStatus {
    RECEIVED,
    PLANNED,
    TRYING,
    HERE,
    DECLINED;

    static final List<IdeaStatus> OPEN = List.of(RECEIVED, PLANNED, TRYING);

    /** Whether it takes votes. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** What a leader may say next: a step onward, or no; what was declined may be planned after all. */
    public List<IdeaStatus> next() {
        return switch (this) {
            case RECEIVED -> List.of(PLANNED, TRYING, HERE, DECLINED);
            case PLANNED -> List.of(TRYING, HERE, DECLINED);
            case TRYING -> List.of(HERE, DECLINED);
            case DECLINED -> List.of(PLANNED);
            case HERE -> List.of();
        };
    }

    /** Refuses the field where it is none. */
    static IdeaStatus read(@Nullable String word) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(word))
                .findAny()
                .orElseThrow(() -> new Invalid("status", "idea-status"));
    }
}
