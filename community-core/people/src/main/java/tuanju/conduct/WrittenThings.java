package tuanju.conduct;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;
import tuanju.member.MemberId;

/** Things of one kind that people write, of the module that keeps them. What it changes it changes in the caller's transaction. */
public interface WrittenThings {

    /** That others do not read something any more: for the time being, or decided by somebody for a reason, in words. */
    record Hiding(
            @Nullable MemberId by,
            @Nullable Reason reason,
            @Nullable String why) {

        /** Until somebody has looked. */
        public static final Hiding FOR_THE_TIME_BEING = new Hiding(null, null, null);
    }

    /** Capitals, never renamed; the message {@code conduct.kind.<kind>} says what people call it. */
    String kind();

    /** As this reader sees it; empty where it is not there for them. */
    Optional<Thing> seenBy(MemberId reader, Code code);

    /** As they are now, also hidden ones; who wrote them took some back, which are left out. */
    List<Thing> now(Collection<Code> codes);

    /** The same, and nobody changes them before this transaction ends. */
    List<Thing> held(Collection<Code> codes);

    /** Others do not read them any more. What was hidden by a decision stays hidden by that. */
    void hide(Collection<Code> codes, Hiding how);

    /** Others read again what was hidden for the time being, or by this decision; what another one hid stays hidden. */
    void show(Collection<Code> codes, @Nullable Hiding overruled);

    /** For what such a thing may be hidden. */
    default Set<Reason> reasons() {
        return EnumSet.allOf(Reason.class);
    }
}
