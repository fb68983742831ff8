package tuanju.payment.providers;

import java.util.Map;

/**
 * A callback as it came over the wire.
 *
 * @param headers by name in lower case
 */
public record CallbackMessage(Map<String, String> headers, String body) {}
