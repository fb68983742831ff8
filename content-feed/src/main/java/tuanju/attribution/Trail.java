package tuanju.attribution;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.community.Code;

/**
 * The notes of one community that somebody read, or from which they opened what it is about, within seven days, the latest first;
 * at most eight. It is a cookie's value, so that whatever was written there by somebody else is simply nothing.
 */
record Trail(List<Step> steps) {

    static final Trail EMPTY = new Trail(List.of());
    static final int MOST = 8;
    static final Duration COUNTS = Duration.ofDays(7);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MINUTE = 60;
    private static final int RADIX = 36;
    private static final int LONGEST = 400;

    /** What somebody does with a note. */
    enum Kind {
        READ,
        CLICK
    }

    /** A note and when it was touched last; what of it was counted on that day. */
    record Step(Code note, boolean read, boolean clicked, Instant at) {

        private boolean has(Kind kind) {
            return kind == Kind.READ ? read : clicked;
        }

        private String text() {
            return note + "-" + ((read ? 1 : 0) + (clicked ? 2 : 0)) + "-"
                    + Long.toString(at.getEpochSecond() / MINUTE, RADIX);
        }

        private boolean isOfDay(Instant now) {
            return at.atZone(SHANGHAI).toLocalDate().equals(now.atZone(SHANGHAI).toLocalDate());
        }

        private static Optional<Step> read(String text) {
            try {
                var parts = text.split("-", 3);
                int did = Integer.parseInt(parts[1]);
                var at = Instant.ofEpochSecond(Math.multiplyExact(Long.parseLong(parts[2], RADIX), (long) MINUTE));
                return Optional.of(new Step(new Code(parts[0]), (did & 1) != 0, (did & 2) != 0, at));
            } catch (IllegalArgumentException
                    | ArithmeticException
                    | DateTimeException
                    | IndexOutOfBoundsException no) {
                return Optional.empty();
            }
        }
    }

    /** What of these values counts at this moment in the community with this short code. */
    static Trail read(List<String> values, String community, Instant now) {
        return values.stream()
                .filter(it -> it.length() <= LONGEST)
                .flatMap(it -> Arrays.stream(it.split("\\.")))
                .flatMap(it -> Step.read(it).stream())
                .filter(it -> it.note().communityShortCode().equals(community))
                .filter(it -> !it.at().isAfter(now) && it.at().isAfter(now.minus(COUNTS)))
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .reduce(EMPTY, Trail::behind, (one, other) -> one);
    }

    /** Whether this was not done with this note on this day yet. */
    boolean isNew(Code note, Kind kind, Instant now) {
        return Optional.ofNullable(of(note))
                .filter(it -> it.isOfDay(now) && it.has(kind))
                .isEmpty();
    }

    /** The same after it was done; another day begins anew. */
    Trail with(Code note, Kind kind, Instant now) {
        var before = of(note);
        boolean goesOn = before != null && before.isOfDay(now);
        var step = new Step(
                note,
                kind == Kind.READ || goesOn && Objects.requireNonNull(before).read(),
                kind == Kind.CLICK || goesOn && Objects.requireNonNull(before).clicked(),
                now);
        return new Trail(Stream.concat(
                        Stream.of(step), steps.stream().filter(it -> !it.note().equals(note)))
                .limit(MOST)
                .toList());
    }

    List<Code> notes() {
        return steps.stream().map(Step::note).toList();
    }

    String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining("."));
    }

    private @Nullable Step of(Code note) {
        return steps.stream().filter(it -> it.note().equals(note)).findFirst().orElse(null);
    }

    private Trail behind(Step older) {
        if (steps.size() == MOST || of(older.note()) != null) {
            return this;
        }
        var all = new ArrayList<>(steps);
        all.add(older);
        return new Trail(List.copyOf(all));
    }
}
