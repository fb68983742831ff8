package tuanju.desk;

import java.time.Instant;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import tuanju.member.MemberId;
import tuanju.order.fulfilment.HandedPieces;

/** Some pieces of an order in their buyer's hands while the rest waits: who gave them, and when. */
@NamedInterface("rooms")
public record PartNote(UUID id, UUID order, HandedPieces pieces, MemberId by, Instant at) {}
