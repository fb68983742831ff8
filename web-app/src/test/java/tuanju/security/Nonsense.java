package tuanju.security;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/**
 * A value that no page of ours sends.
 *
 * @param value what is sent; for parameters a text, or several of one name
 * @param fate what every route must do with it
 */
record Nonsense(String what, @Nullable Object value, Fate fate) {

    /** What becomes of a value. */
    enum Fate {
        /** And its field is named. */
        REFUSED,
        /** Or kept to the last letter: nobody's words are cut off in silence. */
        REFUSED_OR_KEPT,
        /** Nothing breaks. */
        SURVIVED
    }

    Nonsense(String what, @Nullable Object value, boolean refused) {
        this(what, value, refused ? Fate.REFUSED : Fate.SURVIVED);
    }

    /** A phone without network whose clock is wrong has handed its bags over all the same. */
    private static final String PHONE_CLOCK = "acts[0].at";

    /** Sent by leaving the field out. */
    static final Object ABSENT = new Object();

    private static final String NUL = "a\0b";
    private static final Set<String> AS_PAGE = Set.of("absent", "NUL", "10 kB", "a%00b", "nothing", "a word", "extra");
    private static final AtomicInteger LONG_TEXTS = new AtomicInteger();
    private static final List<String> NO_NUMBERS =
            List.of("abc", "９", "9223372036854775808", "1.5", "1e2", "0x10", "null");
    /** What is no number in any way is no id, choice or day either: for those some are enough. */
    private static final List<String> NO_WORDS = NO_NUMBERS.subList(0, 3);

    private static final List<String> NO_DATES = List.of("-999999999-01-01", "10000-02-30", "+1000000000-12-31");

    static List<Nonsense> of(Inlet inlet) {
        return switch (inlet.kind()) {
            case PATH -> inPath(inlet);
            case PARAMETER -> parameters(inlet);
            case JSON -> inJson(inlet);
            case FILE -> List.of(new Nonsense("absent", ABSENT, inlet.required()), new Nonsense("empty", "", false));
            case HEADER -> header(inlet);
        };
    }

    private static List<Nonsense> inPath(Inlet inlet) {
        var all = new ArrayList<String>(List.of("a%00b", "a".repeat(2_000), "-1", "%EF%BC%91"));
        if (inlet.isNumber()) {
            all.addAll(List.of("1.5", "9223372036854775808"));
        }
        if (Temporal.class.isAssignableFrom(inlet.type())) {
            all.add("-999999999-01-01");
        }
        return all.stream().map(it -> new Nonsense(it, it, false)).toList();
    }

    /** Some are refused with a whole page; of the others a part says the same, without all that stands on every page. */
    boolean asPage() {
        return AS_PAGE.contains(what);
    }

    /** What makes sense. */
    static Nonsense none(String value) {
        return new Nonsense("a word", value, Fate.SURVIVED);
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
        all.add(new Nonsense("10 kB", longText(), typed ? Fate.REFUSED : Fate.REFUSED_OR_KEPT));
        all.add(new Nonsense("empty", "", false));
        if (!inlet.isList()) {
            all.add(new Nonsense("twice", new String[] {"1", "2"}, true));
        }
        NO_DATES.subList(0, date ? NO_DATES.size() : 1).forEach(it -> all.add(new Nonsense(it, it, date)));
        var words = inlet.isNumber() ? NO_NUMBERS : typed ? NO_WORDS : NO_WORDS.subList(1, 3);
        words.forEach(it -> all.add(new Nonsense(it, it, typed)));
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
        all.add(new Nonsense("10 kB", longText(), inlet.isText() ? Fate.REFUSED_OR_KEPT : Fate.REFUSED));
        all.add(new Nonsense("empty", "", !inlet.isText()));
        all.add(new Nonsense("blank", " ", !inlet.isText()));
        all.add(new Nonsense("half a letter", new RawValue("\"a\\ud83d\""), true));
        boolean number = inlet.isNumber();
        Stream.of(new BigInteger("9223372036854775808"), new BigDecimal("1.5"), new BigDecimal("1e400"))
                .forEach(it -> all.add(new Nonsense(it.toString(), it, true)));
        all.add(new Nonsense("-1", -1, !number));
        all.add(new Nonsense("1e9", 1_000_000_000, !number));
        if (!inlet.isText()) {
            (inlet.isNumber() ? NO_NUMBERS : NO_WORDS).forEach(it -> all.add(new Nonsense("\"" + it + "\"", it, true)));
        }
        boolean date =
                Temporal.class.isAssignableFrom(inlet.type()) && !inlet.name().equals(PHONE_CLOCK);
        NO_DATES.stream().map(it -> it + "T00:00:00Z").forEach(it -> all.add(new Nonsense(it, it, date)));
        return all;
    }

    /** One that nobody sent before, and that is not itself without its end. */
    private static String longText() {
        return "长".repeat(10_240) + LONG_TEXTS.incrementAndGet() + "。";
    }

    @Override
    public String toString() {
        return what.length() > 30 ? what.substring(0, 30) + "…" : what.replace("\0", "\\0");
    }
}
