package tuanju.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing a member was told, as they read it.
 *
 * @param text the sentence in the reader's language
 * @param link the page of ours where more is said
 */
record Told(UUID id, String text, String link, Instant at, boolean read) {}
