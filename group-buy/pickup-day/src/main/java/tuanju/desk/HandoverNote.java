package tuanju.desk;

import java.time.Instant;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import tuanju.member.MemberId;

/**
 * A bag in its buyer's hands (核销): who gave it, and when.
 *
 * @param leftWith where it was left for the buyer; empty when the buyer took it
 */
@NamedInterface("rooms")
public record HandoverNote(UUID id, UUID order, MemberId by, Instant at, String leftWith) {}
