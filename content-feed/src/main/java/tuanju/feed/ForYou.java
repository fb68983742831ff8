package tuanju.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tuanju.command.Invalid;
import tuanju.member.MemberId;
import tuanju.note.Notes.Candidate;

/**
 * What is for somebody, as docs/feed.md says: freshness that halves in 48 hours, times what others said, times two where the author
 * is known, times one and a half where the reader had what it is about; no author twice in five, nothing it is about twice in ten, and
 * every eighth place for one that would not have come up.
 */
final class ForYou {

    static final int AUTHORS_APART = 5;
    static final int GOODS_APART = 10;
    static final int EXPLORED = 8;

    private static final double HALF_LIFE_HOURS = 48;
    private static final double KNOWN = 2;
    private static final double HAD = 1.5;
    private static final int LIKED = 6;

    private ForYou() {}

    /** Why a note stands where it does. */
    enum Why {
        KNOWN,
        HAD,
        LIKED,
        RECENT,
        EXPLORE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A note in its place. */
    record Ranked(Candidate note, Why why) {}

    /** Where a page begins: so far into the order as it stood at this moment. */
    record Place(Instant asOf, int offset) {

        private static final int FARTHEST = 200;

        /** Null for the first page; refuses with Invalid what is no place. */
        static @Nullable Place read(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            var parts = text.split("-", 2);
            if (parts.length != 2 || !parts[0].matches("[0-9]{1,12}") || !parts[1].matches("[0-9]{1,3}")) {
                throw new Invalid("after", "no-row");
            }
            return new Place(
                    Instant.ofEpochMilli(Long.parseLong(parts[0]) * 10),
                    Math.min(Integer.parseInt(parts[1]), FARTHEST));
        }

        String text() {
            return asOf.toEpochMilli() / 10 + "-" + offset;
        }
    }

    /** More of anything good never makes less. */
    static double score(Candidate note, Instant asOf) {
        double hours = Math.max(0, Duration.between(note.written(), asOf).toSeconds() / 3_600.0);
        return Math.pow(0.5, hours / HALF_LIFE_HOURS)
                * (1 + Math.log1p(note.weight()))
                * (note.known() ? KNOWN : 1)
                * (note.had() ? HAD : 1);
    }

    /** Each at most once; it ends where nothing is left that keeps apart. */
    static List<Ranked> rank(Collection<Candidate> all, MemberId reader, Instant asOf) {
        var left = new ArrayList<>(all);
        left.sort(Comparator.comparingDouble((Candidate it) -> score(it, asOf))
                .reversed()
                .thenComparing(it -> it.code().value()));
        var ranked = new ArrayList<Ranked>();
        while (!left.isEmpty()) {
            boolean explores = (ranked.size() + 1) % EXPLORED == 0;
            var next = (explores ? explored(left, ranked, reader, asOf) : Optional.<Candidate>empty())
                    .or(() -> left.stream().filter(apart(ranked)).findFirst());
            if (next.isEmpty()) {
                break;
            }
            left.remove(next.get());
            ranked.add(new Ranked(next.get(), explores ? Why.EXPLORE : why(next.get())));
        }
        return ranked;
    }

    private static Predicate<Candidate> apart(List<Ranked> before) {
        var authors = last(before, AUTHORS_APART - 1);
        var goods = last(before, GOODS_APART - 1);
        return it -> authors.stream().noneMatch(other -> other.note().author().equals(it.author()))
                && goods.stream()
                        .noneMatch(other -> other.note().about().stream().anyMatch(it.about()::contains));
    }

    private static List<Ranked> last(List<Ranked> all, int number) {
        return all.subList(Math.max(0, all.size() - number), all.size());
    }

    /** One from the lower half, another one each day for each reader. */
    private static Optional<Candidate> explored(
            List<Candidate> left, List<Ranked> before, MemberId reader, Instant asOf) {
        var day = asOf.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return left.subList(left.size() / 2, left.size()).stream()
                .filter(apart(before))
                .min(Comparator.comparing(it -> lot(reader, day, it)));
    }

    private static UUID lot(MemberId reader, String day, Candidate note) {
        var words = (reader.value() + day + note.code()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(ByteBuffer.wrap(words).array());
    }

    private static Why why(Candidate note) {
        if (note.known()) {
            return Why.KNOWN;
        }
        if (note.had()) {
            return Why.HAD;
        }
        return note.weight() >= LIKED ? Why.LIKED : Why.RECENT;
    }
}
