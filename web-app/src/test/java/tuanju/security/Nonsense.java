package tuanju.security;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * A value that no page of ours sends.
 *
 * @param value what is sent; for parameters a text, or several of one name
 * @param refused whether every route must refuse it and name its field; else it must only be survived
 */
record Nonsense(String what, @Nullable Object value, boolean refused) {

    /** A phone without network whose clock is wrong has handed its bags over all the same. */
    private static final String PHONE_CLOCK = "acts[0].at";

    /** Sent by leaving the field out. */
    static final Object ABSENT = new Object();

    private static final String NUL = "a\0b";
    private static final String LONG = "长".repeat(10_240);
    private static final List<String> NO_NUMBERS =
            List.of("９", "9223372036854775808", "abc", "1.5", "1e2", "0x10", "null");
    private static final List<String> NO_DATES = List.of("-999999999-01-01", "10000-02-30", "+1000000000-12-31");

    static List<Nonsense> of(Inlet inlet) {
        return switch (inlet.kind()) {
            case PATH -> inPath();
            case PARAMETER -> parameters(inlet);
            case JSON -> inJson(inlet);
            case FILE -> List.of(new Nonsense("absent", ABSENT, inlet.required()), new Nonsense("empty", "", false));
            case HEADER -> header(inlet);
        };
    }

    private static List<Nonsense> inPath() {
        return Stream.of(
                        "a%00b", "a".repeat(2_000), "-1", "1.5", "%EF%BC%91", "9223372036854775808", "-999999999-01-01")
                .map(it -> new Nonsense(it, it, false))
                .toList();
    }

    private static List<Nonsense> header(Inlet inlet) {
        return List.of(
                new Nonsense("absent", ABSENT, inlet.required()),
                new Nonsense("10 kB", "a".repeat(10_240), true),
                new Nonsense("empty", "", true));
    }

    private static List<Nonsense> parameters(Inlet inlet) {
        var all = new ArrayList<Nonsense>();
        boolean typed = isTyped(inlet);
        boolean date = Temporal.class.isAssignableFrom(inlet.type());
        all.add(new Nonsense("absent", ABSENT, inlet.required()));
        all.add(new Nonsense("NUL", NUL, true));
        all.add(new Nonsense("10 kB", LONG, typed));
        all.add(new Nonsense("empty", "", false));
        if (!inlet.isList()) {
            all.add(new Nonsense("twice", new String[] {"1", "2"}, true));
        }
        NO_DATES.subList(0, date ? NO_DATES.size() : 1).forEach(it -> all.add(new Nonsense(it, it, date)));
        NO_NUMBERS.subList(0, typed ? NO_NUMBERS.size() : 2).forEach(it -> all.add(new Nonsense(it, it, typed)));
        return all;
    }

    /** A number, an id, a choice or a time: text that is none cannot be read. */
    private static boolean isTyped(Inlet inlet) {
        return inlet.isNumber()
                || inlet.type() == UUID.class
                || inlet.type().isEnum()
                || inlet.type() == boolean.class
                || Temporal.class.isAssignableFrom(inlet.type());
    }

    private static List<Nonsense> inJson(Inlet inlet) {
        var all = new ArrayList<Nonsense>();
        all.add(new Nonsense("absent", ABSENT, inlet.required()));
        all.add(new Nonsense("null", null, inlet.required() || inlet.type().isPrimitive()));
        all.add(new Nonsense("object", Map.of("a", 1), !Map.class.isAssignableFrom(inlet.type())));
        all.add(new Nonsense("depth", new RawValue("[".repeat(1_000) + "]".repeat(1_000)), true));
        if (inlet.isList()) {
            all.add(new Nonsense("scalar", 1, true));
            all.add(new Nonsense("null within", java.util.Collections.singletonList(null), true));
            all.add(new Nonsense("empty", List.of(), false));
            all.add(new Nonsense("10,000", java.util.Collections.nCopies(10_000, 1), true));
            return all;
        }
        all.add(new Nonsense("array", List.of(1, 2), true));
        all.add(new Nonsense("NUL", NUL, true));
        all.add(new Nonsense("10 kB", LONG, !inlet.isText()));
        all.add(new Nonsense("empty", "", inlet.isNumber() || inlet.type().isEnum()));
        boolean number = inlet.isNumber();
        Stream.of(new BigInteger("9223372036854775808"), new BigDecimal("1.5"), new BigDecimal("1e400"))
                .forEach(it -> all.add(new Nonsense(it.toString(), it, true)));
        all.add(new Nonsense("-1", -1, !number));
        all.add(new Nonsense("1e9", 1_000_000_000, !number));
        if (!inlet.isText()) {
            NO_NUMBERS.forEach(it -> all.add(new Nonsense("\"" + it + "\"", it, true)));
        }
        boolean date =
                Temporal.class.isAssignableFrom(inlet.type()) && !inlet.name().equals(PHONE_CLOCK);
        NO_DATES.stream().map(it -> it + "T00:00:00Z").forEach(it -> all.add(new Nonsense(it, it, date)));
        return all;
    }

    @Override
    public String toString() {
        return what.length() > 30 ? what.substring(0, 30) + "…" : what.replace("\0", "\\0");
    }
}
