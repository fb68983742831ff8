package tuanju.chain.reading;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as people in a chat may call it: by its name, a part of it, or its place on the leader's list.
 *
 * @param left pieces that can still be had; null without a limit
 */
public record ChainProduct(
        UUID id, String name, String spec, @Nullable Integer left) {

    /** Its name, and what tells it from others of that name where that is a word and no size: 奶酪 原味. */
    public String called() {
        boolean word = spec.codePoints().filter(Character::isIdeographic).count() > 1
                && spec.codePoints().noneMatch(Character::isDigit);
        return word ? name + " " + spec : name;
    }
}
