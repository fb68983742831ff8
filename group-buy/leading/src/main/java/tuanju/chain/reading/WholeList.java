package tuanju.chain.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The newest whole list of a text: the last one whose numbers run from 1 without a gap. What stands on it is the truth of its
 * group, so whoever stood on an earlier copy and stands there no longer has to be asked about.
 *
 * @param first the line it begins with
 * @param names of everybody on it
 * @param earlier names on earlier copies of it in the same text
 */
record WholeList(int first, Set<String> names, Set<String> earlier) {

    static final WholeList NONE = new WholeList(Integer.MAX_VALUE, Set.of(), Set.of());

    /** Answers NONE where the text ends with no whole list. */
    static WholeList in(List<Sentence> sentences, Set<ChainLine> menu) {
        var lists = Menu.lists(sentences).stream()
                .filter(list -> list.stream().noneMatch(said -> menu.contains(said.line())))
                .toList();
        var last = lists.isEmpty() ? List.<Sentence>of() : lists.getLast();
        var numbered = sentences.stream().filter(Menu::isEntry).toList();
        if (last.isEmpty() || !numbered.getLast().equals(last.getLast())) {
            return NONE;
        }
        var names = names(last);
        var earlier = new HashSet<String>();
        lists.subList(0, lists.size() - 1).stream()
                .map(WholeList::names)
                .filter(others -> others.stream().anyMatch(names::contains))
                .forEach(earlier::addAll);
        return new WholeList(last.getFirst().line().number(), names, earlier);
    }

    private static Set<String> names(List<Sentence> list) {
        return list.stream()
                .map(said -> said.guest().key())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    boolean isNone() {
        return names.isEmpty();
    }
}
