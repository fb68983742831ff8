package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a cycle sells, found by any part of a name that is long enough to mean something. */
final class Shelf {

    private static final int LONGEST_PART = 16;
    private static final int LONGEST_SHORTENED = 4;
    private static final String MEASURES = "一二两三四五六七八九十半每装份箱盒个件斤袋瓶包只条块提桶组套把颗棵串筐克升公大小约起左右枚";

    private final List<ChainProduct> products;
    private final Map<String, Set<ChainProduct>> byPart = new HashMap<>();
    private final Map<String, Set<ChainProduct>> byLast = new HashMap<>();
    private final Map<String, List<ChainProduct>> byName = new HashMap<>();
    private final Map<String, Set<ChainProduct>> bySpec = new HashMap<>();
    private final Map<ChainProduct, String> names = new HashMap<>();

    Shelf(List<ChainProduct> products) {
        this.products = List.copyOf(products);
        this.products.forEach(this::addParts);
        byName.values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(List::stream)
                .forEach(this::addSpec);
    }

    /**
     * What stands at a place of a text.
     *
     * @param bySpec by what tells goods of one name apart
     */
    record Found(int length, List<ChainProduct> candidates, boolean bySpec) {

        Found withLength(int longer) {
            return new Found(longer, candidates, bySpec);
        }
    }

    List<ChainProduct> products() {
        return products;
    }

    Optional<ChainProduct> only() {
        return products.size() == 1 ? Optional.of(products.getFirst()) : Optional.empty();
    }

    /** The product at this place of the list, the first being 1 or A. */
    Optional<ChainProduct> at(int place) {
        return place >= 1 && place <= products.size() ? Optional.of(products.get(place - 1)) : Optional.empty();
    }

    static String letter(int place) {
        return place <= 26 ? Character.toString('A' + place - 1) : "";
    }

    /** The longest part of a product's name that stands here and means something. */
    Optional<Found> mention(String text, int at) {
        Optional<Found> longest = Optional.empty();
        int most = Math.min(LONGEST_PART, text.length() - at);
        for (int length = 1; length <= most; length++) {
            var part = key(text.substring(at, at + length));
            var candidates = byPart.get(part);
            if (candidates == null) {
                return longest;
            }
            if (meansSomething(part)) {
                longest = Optional.of(new Found(length, exactFirst(part, candidates), false));
            }
        }
        return longest;
    }

    /** One character that a product's name ends with: what the thing is, not what it is like. */
    Optional<Found> character(String text, int at) {
        var part = key(text.substring(at, at + 1));
        var candidates = byLast.get(part);
        if (candidates == null || !Character.isIdeographic(part.charAt(0)) || !hasCore(part)) {
            return Optional.empty();
        }
        return Optional.of(new Found(1, exactFirst(part, candidates), false));
    }

    /** Whether a product is named anywhere: by a part of its name, its spec, or its one character where it has no more. */
    boolean isNamedIn(String written) {
        var text = key(plain(written));
        return IntStream.range(0, text.length())
                .anyMatch(at -> byName.containsKey(text.substring(at, at + 1))
                        || mention(text, at).isPresent()
                        || spec(text, at).filter(found -> found.length() > 1).isPresent());
    }

    /** The longest beginning of a spec that tells products of one name apart: 水果 of 水果味. */
    Optional<Found> spec(String text, int at) {
        for (int length = Math.min(LONGEST_PART, text.length() - at); length >= 1; length--) {
            var candidates = bySpec.isEmpty() ? null : bySpec.get(key(text.substring(at, at + length)));
            boolean telling = length > 1 || at + 1 < text.length() && text.charAt(at + 1) == '的';
            if (candidates != null && telling && (length > 1 || candidates.size() == 1)) {
                return Optional.of(new Found(length, List.copyOf(candidates), true));
            }
        }
        return Optional.empty();
    }

    /** A whole spec of one of these that stands here, however short, or its one telling character: M, 辣 for 辣味. */
    Optional<Found> specOf(List<ChainProduct> named, String text, int at) {
        if (named.size() < 2) {
            return Optional.empty();
        }
        var whole = named.stream()
                .filter(product -> standsAt(product.spec(), text, at))
                .toList();
        if (!whole.isEmpty()) {
            return Optional.of(new Found(whole.getFirst().spec().length(), List.of(whole.getFirst()), true));
        }
        boolean alone =
                at + 1 >= text.length() || !Character.isIdeographic(text.charAt(at + 1)) || text.charAt(at + 1) == '的';
        var begun = named.stream()
                .filter(product -> alone && plain(product.spec()).startsWith(text.substring(at, at + 1)))
                .toList();
        boolean telling = begun.size() == 1 && Character.isIdeographic(text.charAt(at));
        return telling ? Optional.of(new Found(1, begun, true)) : Optional.empty();
    }

    private static boolean standsAt(String spec, String text, int at) {
        int end = at + spec.length();
        boolean whole = end >= text.length() || !Codes.isLatin(text.charAt(end));
        return !spec.isEmpty() && text.regionMatches(true, at, spec, 0, spec.length()) && whole;
    }

    /** 鲜奶 for 鲜牛奶: a name with characters left out, in front of an amount, that only one product can be. */
    Optional<Found> shortened(String text, int at, IntPredicate startsAmount) {
        for (int length = LONGEST_SHORTENED; length >= 2; length--) {
            int end = at + length;
            if (end < text.length()
                    && startsAmount.test(end)
                    && text.substring(at, end).codePoints().allMatch(Character::isIdeographic)) {
                var part = text.substring(at, end);
                var meant = products.stream()
                        .filter(product -> isShortOf(part, names.getOrDefault(product, "")))
                        .toList();
                return meant.size() == 1 ? Optional.of(new Found(length, meant, false)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Its characters in their order, the last one the last: what the thing is stays. */
    private static boolean isShortOf(String part, String name) {
        int next = 0;
        for (int at = 0; at < name.length() && next < part.length(); at++) {
            next += name.charAt(at) == part.charAt(next) ? 1 : 0;
        }
        return next == part.length() && name.endsWith(part.substring(part.length() - 1));
    }

    /** Those whose name or spec speaks of this size, such as 5斤. */
    static List<ChainProduct> ofSize(List<ChainProduct> candidates, String size) {
        return candidates.stream()
                .filter(product -> speaksOf(Amounts.ofDigits(plain(product.name() + "|" + product.spec())), size))
                .toList();
    }

    private static boolean speaksOf(String text, String size) {
        int at = text.indexOf(size);
        return at >= 0 && (at == 0 || !Character.isDigit(text.charAt(at - 1)));
    }

    /** A product whose whole name was said is meant, even where another's name holds it. */
    private List<ChainProduct> exactFirst(String part, Set<ChainProduct> candidates) {
        var exact = byName.getOrDefault(part, List.of());
        return exact.isEmpty() ? List.copyOf(candidates) : exact;
    }

    private void addParts(ChainProduct product) {
        var name = key(plain(product.name()));
        names.put(product, name);
        if (!name.isEmpty()) {
            var last = name.substring(name.length() - 1);
            byLast.computeIfAbsent(last, part -> new LinkedHashSet<>()).add(product);
        }
        byName.computeIfAbsent(name, it -> new ArrayList<>()).add(product);
        for (int from = 0; from < name.length(); from++) {
            for (int to = from + 1; to <= Math.min(name.length(), from + LONGEST_PART); to++) {
                byPart.computeIfAbsent(name.substring(from, to), part -> new LinkedHashSet<>())
                        .add(product);
            }
        }
    }

    private void addSpec(ChainProduct product) {
        for (var word : key(plain(product.spec())).split("[^\\p{IsHan}a-z]+")) {
            for (int to = 1; hasCore(word) && to <= word.length(); to++) {
                bySpec.computeIfAbsent(word.substring(0, to), part -> new LinkedHashSet<>())
                        .add(product);
            }
        }
    }

    /** As lists are compared. */
    static String plain(String text) {
        return PlainLine.of(Traditional.simplified(text));
    }

    private static boolean meansSomething(String part) {
        boolean whole = part.strip().length() == part.length();
        return whole && letters(part) >= 2 && hasCore(part);
    }

    private static long letters(String part) {
        return part.chars().filter(Character::isLetter).count();
    }

    private static boolean hasCore(String part) {
        return part.chars().anyMatch(character -> Character.isLetter(character) && MEASURES.indexOf(character) < 0);
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Names of candidates for a sentence: 红富士苹果 / 黄元帅苹果. */
    static String names(List<ChainProduct> candidates) {
        var names = new ArrayList<String>();
        candidates.forEach(product ->
                names.add(product.spec().isEmpty() ? product.name() : product.name() + " " + product.spec()));
        return String.join(" / ", names);
    }
}
