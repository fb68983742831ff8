package tuanju.command;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command that is running, for its last statement to keep: one that locks what others wait for holds it for a
 * round trip less when it calls {@code keep_answer(:principal, :route, :key, …)} itself.
 *
 * @param key null where nobody asks again
 * @param json the answer, but for what only that statement knows
 */
public record KeptAnswer(
        @Nullable String principal,
        @Nullable String route,
        @Nullable String key,
        @Nullable String json) {

    /** Nobody asks again. */
    public static final KeptAnswer NONE = new KeptAnswer(null, null, null, null);

    /** Named as in the call above, and {@code answer}. */
    public Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("principal", principal);
        parameters.put("route", route);
        parameters.put("key", key);
        parameters.put("answer", json);
        return parameters;
    }
}
