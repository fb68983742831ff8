package tuanju.ledger;

import java.util.UUID;

/**
 * Why a transfer was booked; each source and step is booked at most once.
 *
 * @param type the kind of thing, in the booking module's words: "capture"
 * @param step what happened to it: "taken"
 */
public record Source(String type, UUID id, String step) {}
