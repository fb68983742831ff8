package tuanju.card;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

/**
 * Who looks at cards.
 *
 * @param member null for a stranger
 */
public record Viewer(@Nullable MemberId member) {

    public static final Viewer STRANGER = new Viewer(null);

    /** As a statement asks; null for a stranger. */
    public @Nullable UUID id() {
        return member == null ? null : member.value();
    }

    public static Viewer of(@Nullable SignedIn me) {
        return me == null ? STRANGER : new Viewer(me.member());
    }
}
