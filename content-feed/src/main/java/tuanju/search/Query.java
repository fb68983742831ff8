package tuanju.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tuanju.note.Notes.Wanted;

/**
 * What is looked for: words that must all be found, each as it was typed, in simplified or traditional characters, or as another word
 * that may be meant. Written for the database in letters, digits and Chinese characters alone, so that nothing of it is syntax.
 *
 * @param words each with what may be meant instead, all in simplified characters
 */
record Query(Map<String, List<String>> words) {

    static Query read(String typed, Lexicon lexicon) {
        var words = new LinkedHashMap<String, List<String>>();
        for (var word : SearchWords.of(Han.get().fold(typed))) {
            words.put(word, lexicon.meant(word));
        }
        return new Query(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** What was looked for beside what was typed. */
    List<String> also() {
        return words.values().stream().flatMap(List::stream).distinct().toList();
    }

    /** In notes. */
    Wanted inNotes() {
        var query = alternatives().map(it -> it.stream().map(Query::term).collect(Collectors.joining(" | ", "(", ")")));
        return new Wanted(query.collect(Collectors.joining(" & ")), anyOf());
    }

    /** In names: one regular expression for each word. */
    List<String> inNames() {
        return alternatives().map(Query::expression).toList();
    }

    /** Whether a name holds all of it. */
    boolean isIn(String name) {
        var folded = Han.get().fold(name);
        return alternatives().allMatch(it -> it.stream().anyMatch(folded::contains));
    }

    /** A text cut where it is found; together the parts are the text. */
    List<Marked> mark(String text) {
        var parts = new ArrayList<Marked>();
        int end = 0;
        if (!isEmpty()) {
            var found = Pattern.compile(anyOf()).matcher(Han.get().fold(text));
            while (found.find()) {
                if (found.start() > end) {
                    parts.add(new Marked(text.substring(end, found.start()), false));
                }
                parts.add(new Marked(text.substring(found.start(), found.end()), true));
                end = found.end();
            }
        }
        if (end < text.length()) {
            parts.add(new Marked(text.substring(end), false));
        }
        return parts;
    }

    private java.util.stream.Stream<List<String>> alternatives() {
        return words.entrySet().stream().map(it -> {
            var all = new ArrayList<String>();
            all.add(it.getKey());
            all.addAll(it.getValue());
            return all;
        });
    }

    private String anyOf() {
        return alternatives().map(Query::expression).collect(Collectors.joining("|"));
    }

    private static String expression(List<String> alternatives) {
        return alternatives.stream()
                .map(word -> word.chars()
                        .mapToObj(it -> (char) it)
                        .map(it -> Han.isHan(it) ? "[" + Han.get().alike(it) + "]" : String.valueOf(it))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** As {@code search_words} cut it: a word by its beginning, one character alone, of more every two beside each other. */
    private static String term(String word) {
        if (!Han.isHan(word.charAt(0))) {
            return "'" + word + "':*";
        }
        if (word.length() == 1) {
            return anyOf(Han.get()
                    .alike(word.charAt(0))
                    .chars()
                    .mapToObj(Character::toString)
                    .toList());
        }
        return IntStream.range(0, word.length() - 1)
                .mapToObj(it -> anyOf(pairs(word.charAt(it), word.charAt(it + 1))))
                .collect(Collectors.joining(" & ", "(", ")"));
    }

    private static List<String> pairs(char first, char second) {
        var all = new ArrayList<String>();
        Han.get()
                .alike(first)
                .chars()
                .forEach(one -> Han.get()
                        .alike(second)
                        .chars()
                        .forEach(other -> all.add(Character.toString(one) + Character.toString(other))));
        return all;
    }

    private static String anyOf(List<String> words) {
        return words.stream().map(it -> "'" + it + "'").collect(Collectors.joining(" | ", "(", ")"));
    }
}
