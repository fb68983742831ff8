package tuanju.cycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word by which people name a pickup point: 水果店, or the gate it is at, 南门. A word with a number may be somebody's door
 * and names the point only beside a word like 自提, or behind a whole door and what was ordered for it: 3-502 苹果2份 5号门. No
 * word counts inside another, as 西门 in a name.
 *
 * @param alone how a word with a number is written where it stands by itself; null for a word without
 */
record PointName(
        CyclePoint point, Pattern written, @Nullable Pattern alone) {

    private static final Pattern GATE = Pattern.compile("[东南西北]{1,2}门|[正后侧大]门|[A-Za-z]门|\\d{1,2}号门");
    private static final String BEGINS = "(?:(?<![\\p{IsHan}A-Za-z0-9])|(?<=[份个斤箱盒袋只瓶件])|(?<=\\d{3}))";
    private static final String CALLED = "(?:(?:自提|提货|取货)点?[:： ]*)";
    private static final String AT = "(?:在|到|去|放)?";
    private static final String FETCHED = "(?:自提|自取|提货|取货|来取|来拿|取|拿|提|领)";
    private static final String ENDS = "(?![\\p{IsHan}A-Za-z0-9])";
    private static final Pattern ORDERED =
            Pattern.compile("[-－–—号栋幢座楼元]\\s?\\d{3,4}(?!\\d).*[\\p{IsHan}A-Za-z].*\\d", Pattern.DOTALL);

    /** The names of these points that mean only one of them. */
    static List<PointName> of(List<CyclePoint> points) {
        Map<String, Set<CyclePoint>> byWord = new HashMap<>();
        for (var point : points) {
            words(point).forEach(word -> byWord.merge(word, Set.of(point), PointName::both));
        }
        return byWord.entrySet().stream()
                .filter(named -> named.getValue().size() == 1)
                .map(named -> of(named.getKey(), named.getValue().iterator().next()))
                .toList();
    }

    boolean isIn(String text) {
        return written.matcher(text).find() || !text.equals(withoutAlone(text));
    }

    String cutFrom(String text) {
        return withoutAlone(written.matcher(text).replaceAll(Matcher.quoteReplacement(" ")));
    }

    /** Only behind a door with its room and pieces of something: before that it may be a part of the door. */
    private String withoutAlone(String text) {
        return alone == null
                ? text
                : alone.matcher(text)
                        .replaceAll(found -> ORDERED.matcher(text.substring(0, found.start()))
                                        .find()
                                ? " "
                                : Matcher.quoteReplacement(found.group()));
    }

    private static Stream<String> words(CyclePoint point) {
        var place = point.place();
        var gates = GATE.matcher(place.name() + " " + place.area()).results().map(found -> found.group());
        return Stream.concat(Stream.of(place.name().strip()), gates)
                .filter(word -> word.length() > 1)
                .distinct();
    }

    private static Set<CyclePoint> both(Set<CyclePoint> some, Set<CyclePoint> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static PointName of(String word, CyclePoint point) {
        var name = Pattern.quote(word) + "口?";
        if (word.chars().noneMatch(Character::isDigit)) {
            return new PointName(point, pattern(CALLED + "?" + AT + name + FETCHED + "?"), null);
        }
        var spoken = "(?:" + CALLED + AT + name + FETCHED + "?|" + AT + name + FETCHED + ")";
        return new PointName(point, pattern(spoken), pattern(AT + name + "(?!\\s*\\d)"));
    }

    private static Pattern pattern(String spoken) {
        return Pattern.compile(BEGINS + spoken + ENDS + "[:：]?");
    }
}
