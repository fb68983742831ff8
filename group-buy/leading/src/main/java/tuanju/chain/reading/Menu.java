package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tuanju.chain.reading.Sentence.Act;

/** Finds what is on offer where it stands numbered before the list: entries that ask for nothing, before a list that begins anew. */
final class Menu {

    private Menu() {}

    /** The lines that only say what is on offer; from the end, so that each list meets all that come later at once. */
    static Set<ChainLine> in(List<Sentence> sentences) {
        var menu = new LinkedHashSet<ChainLine>();
        var later = new HashSet<String>();
        boolean isOrderedLater = false;
        for (var list : lists(sentences).reversed()) {
            if (isOrderedLater && isMenu(list, later)) {
                list.forEach(said -> menu.add(said.line()));
            }
            list.stream()
                    .map(said -> said.guest().key())
                    .filter(name -> !name.isEmpty())
                    .forEach(later::add);
            isOrderedLater |= list.stream().anyMatch(Menu::isOrder);
        }
        return menu;
    }

    /** Entries whose numbers count on from 1. */
    static List<List<Sentence>> lists(List<Sentence> sentences) {
        var lists = new ArrayList<List<Sentence>>();
        int last = 0;
        for (var said : sentences) {
            Integer number = said.listNumber();
            if (number == null || !isEntry(said)) {
                continue;
            }
            if (number == 1) {
                lists.add(new ArrayList<>());
            }
            if (!lists.isEmpty() && (number == 1 || number == last + 1)) {
                lists.getLast().add(said);
            }
            last = number;
        }
        return lists;
    }

    /** Whether it stands on a list, and does not only speak of a line of one: 5号不要了. */
    static boolean isEntry(Sentence said) {
        return said.isNumbered() && said.goods().act() != Act.CANCEL;
    }

    private static boolean isMenu(List<Sentence> list, Set<String> later) {
        return list.stream()
                .noneMatch(said -> isOrder(said)
                        || isReached(said)
                        || later.contains(said.guest().key()));
    }

    private static boolean isOrder(Sentence said) {
        boolean one = !said.guest().isNamed()
                && said.goods().items().stream().allMatch(item -> item.quantity() == 1)
                && said.goods().pieces() <= 1;
        boolean nothing = said.goods().items().isEmpty() && said.goods().pieces() == 0;
        return !one && !nothing || said.same() != null;
    }

    private static boolean isReached(Sentence said) {
        return said.hasDoor()
                || !said.guest().phone().isEmpty()
                || said.self()
                || said.manner().paid()
                || said.goods().act() != Act.ORDER;
    }
}
