package tuanju.desk;

import java.time.Instant;
import java.util.UUID;
import tuanju.member.MemberId;
import tuanju.order.fulfilment.HandedPieces;

/** Some pieces of an order in their buyer's hands while the rest waits: who gave them, and when. */
record PartNote(UUID id, UUID order, HandedPieces pieces, MemberId by, Instant at) {}
