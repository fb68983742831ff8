package tuanju.command;

import org.jspecify.annotations.Nullable;

/**
 * What makes two calls the same command.
 *
 * @param principal who asks: the member id, or "anonymous"
 * @param route what is asked: "POST teams/{code}/seats" with the code filled in
 * @param key the Idempotency-Key header or the form's hidden field; null when the caller sent none
 * @param body a canonical text of what was asked, compared by its SHA-256
 */
public record CommandKey(
        String principal, String route, @Nullable String key, String body) {}
