package tuanju.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names by which something may be meant that was not written: pieces of two to four characters of what goods, topics and people are
 * called, by how they are read. A piece is found by its pinyin from syllable to syllable, by its initials, by characters read alike,
 * and with one letter or character wrong. Nothing of a text is in it.
 */
final class Lexicon {

    static final Lexicon EMPTY = new Lexicon(List.of());

    private static final int LONGEST = 4;
    /** Names beyond it are found as they are typed. */
    private static final int MOST_PIECES = 20_000;

    private static final int MOST = 6;
    /** Fewer letters are rather another word than a wrong one. */
    private static final int SHORTEST_SLIP = 5;

    private static final int SHORTEST_WORD_SLIP = 3;

    private final Han han = Han.get();
    private final Map<String, Set<String>> byPinyin = new LinkedHashMap<>();
    private final Map<String, Set<String>> byInitials = new LinkedHashMap<>();
    private final Set<String> pieces = new LinkedHashSet<>();

    Lexicon(Collection<String> names) {
        names.stream()
                .map(han::fold)
                .distinct()
                .flatMap(it -> SearchWords.of(it).stream())
                .forEach(this::learn);
    }

    /** What else may be meant by this word; empty where the word itself is a name or part of one. */
    List<String> meant(String word) {
        if (pieces.contains(word)) {
            return List.of();
        }
        var found = Han.isHan(word.charAt(0)) ? likeCharacters(word) : likeLetters(word);
        return found.stream().filter(it -> !it.equals(word)).limit(MOST).toList();
    }

    private void learn(String word) {
        if (!Han.isHan(word.charAt(0))) {
            pieces.add(word);
            byPinyin.computeIfAbsent(word, it -> new LinkedHashSet<>()).add(word);
            return;
        }
        for (int from = 0; from < word.length(); from++) {
            for (int to = from + 2; to <= Math.min(word.length(), from + LONGEST); to++) {
                learnPiece(word.substring(from, to));
            }
        }
    }

    private void learnPiece(String piece) {
        if (pieces.size() >= MOST_PIECES || !pieces.add(piece)) {
            return;
        }
        var initials = new StringBuilder();
        List<String> read = List.of("");
        for (char letter : piece.toCharArray()) {
            var readings = han.readings(letter);
            initials.append(readings.getFirst().charAt(0));
            var longer = new ArrayList<String>();
            read.forEach(begun -> readings.forEach(it -> longer.add(begun + it)));
            read = longer.subList(0, Math.min(longer.size(), MOST));
        }
        read.forEach(
                it -> byPinyin.computeIfAbsent(it, key -> new LinkedHashSet<>()).add(piece));
        byInitials
                .computeIfAbsent(initials.toString(), key -> new LinkedHashSet<>())
                .add(piece);
    }

    private Collection<String> likeLetters(String word) {
        if (word.length() < 2) {
            return List.of();
        }
        var exact = byPinyin.getOrDefault(word, byInitials.getOrDefault(word, Set.of()));
        if (!exact.isEmpty() || word.length() < SHORTEST_SLIP || word.chars().allMatch(Character::isDigit)) {
            return exact;
        }
        var found = new LinkedHashSet<String>();
        byPinyin.forEach((pinyin, means) -> {
            if (found.size() < MOST && Slip.isOne(word, pinyin)) {
                found.addAll(means);
            }
        });
        return found;
    }

    private Collection<String> likeCharacters(String word) {
        if (word.length() < 2 || word.length() > LONGEST) {
            return List.of();
        }
        var sounds =
                word.chars().mapToObj(it -> han.readings((char) it).getFirst()).reduce("", String::concat);
        var found = new LinkedHashSet<>(byPinyin.getOrDefault(sounds, Set.of()));
        found.removeIf(it -> it.length() != word.length());
        if (found.isEmpty() && word.length() >= SHORTEST_WORD_SLIP) {
            pieces.stream().filter(it -> Slip.isOne(word, it)).limit(MOST).forEach(found::add);
        }
        return found;
    }
}
