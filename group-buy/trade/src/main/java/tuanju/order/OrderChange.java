package tuanju.order;

import org.jspecify.annotations.Nullable;
import tuanju.member.MemberId;

/** Who changes an order and why; the cause is a stable word that the timeline puts into a sentence. */
public record OrderChange(@Nullable MemberId actor, String cause) {}
