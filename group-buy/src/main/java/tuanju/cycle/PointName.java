package tuanju.cycle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word by which people name a pickup point: 水果店, or the gate it is at, 南门. A word with a number may be somebody's door
 * and names the point only beside a word like 自提; no word counts inside another, as 西门 in a name.
 */
record PointName(CyclePoint point, Pattern written) {

    private static final Pattern GATE = Pattern.compile("[东南西北]{1,2}门|[正后侧大]门|[A-Za-z]门|\\d{1,2}号门");
    private static final String BEGINS = "(?:(?<![\\p{IsHan}A-Za-z0-9])|(?<=[份个斤箱盒袋只瓶件])|(?<=\\d{3}))";
    private static final String CALLED = "(?:(?:自提|提货|取货)点?[:： ]*)";
    private static final String AT = "(?:在|到|去|放)?";
    private static final String FETCHED = "(?:自提|自取|提货|取货|来取|来拿|取|拿|提|领)";
    private static final String ENDS = "(?![\\p{IsHan}A-Za-z0-9])";

    /** The names of these points that mean only one of them. */
    static List<PointName> of(List<CyclePoint> points) {
        Map<String, Set<CyclePoint>> byWord = new HashMap<>();
        for (var point : points) {
            words(point).forEach(word -> byWord.merge(word, Set.of(point), PointName::both));
        }
        return byWord.entrySet().stream()
                .filter(named -> named.getValue().size() == 1)
                .map(named -> new PointName(named.getValue().iterator().next(), pattern(named.getKey())))
                .toList();
    }

    boolean isIn(String text) {
        return written.matcher(text).find();
    }

    String cutFrom(String text) {
        return written.matcher(text).replaceAll(Matcher.quoteReplacement(" "));
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

    private static Pattern pattern(String word) {
        var name = Pattern.quote(word) + "口?";
        boolean isLikeADoor = word.chars().anyMatch(Character::isDigit);
        var spoken = isLikeADoor
                ? "(?:" + CALLED + AT + name + FETCHED + "?|" + AT + name + FETCHED + ")"
                : CALLED + "?" + AT + name + FETCHED + "?";
        return Pattern.compile(BEGINS + spoken + ENDS + "[:：]?");
    }
}
