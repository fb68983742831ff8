package tuanju.desk;

import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.pickup.Masked;

/** Where a bag was left for its buyer, in a few words (放门口、放邻居家); empty when the buyer took it. */
public record LeftWith(String text) {

    public static final LeftWith NOBODY = new LeftWith("");

    private static final int LONGEST = 60;

    /** As it was typed, without phone numbers. Refuses with Invalid what is longer than 60 characters. */
    public static LeftWith read(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return NOBODY;
        }
        var text = Masked.note(typed.strip());
        if (text.length() > LONGEST) {
            throw new Invalid("leftWith", "left-with-long", LONGEST);
        }
        return new LeftWith(text);
    }

    public boolean isNobody() {
        return text.isEmpty();
    }
}
