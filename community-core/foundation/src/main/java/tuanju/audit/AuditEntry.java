package tuanju.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the audit trail.
 *
 * @param actor the member who did it
 * @param action what was done: "leader.approved"
 * @param subject to whom or what: "member 0199…"
 * @param detail why, or from what to what; no phone, no secret
 */
public record AuditEntry(UUID id, UUID actor, String action, String subject, String detail, Instant at) {}
