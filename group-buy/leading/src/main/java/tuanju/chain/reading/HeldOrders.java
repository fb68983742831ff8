package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tuanju.address.Door;
import tuanju.chain.reading.ReadChainList.Missing;

/** The orders of a chain while a text is read, found by whose they are. */
final class HeldOrders {

    private final Map<String, List<Held>> byName = new HashMap<>();

    void add(Held held) {
        byName.computeIfAbsent(key(held.guest()), name -> new ArrayList<>()).add(held);
    }

    /** All that can be this guest's. */
    List<Held> of(Guest guest) {
        return byName.getOrDefault(key(guest), List.of()).stream()
                .filter(held -> held.guest().canBe(guest))
                .toList();
    }

    /** 3号王五 is the third of the list where that is 王五. */
    List<Held> byNumberAndName(Guest guest) {
        var named = guest.door().building();
        boolean number = guest.door().equals(Door.of(named, "")) && named.matches("\\d{1,3}");
        return !number
                ? List.of()
                : byName.getOrDefault(key(guest), List.of()).stream()
                        .filter(held -> held.hasNumber(Integer.valueOf(named)))
                        .toList();
    }

    /** Whose line of this list has that number; nobody where it could be a building, too. */
    Guest numbered(int number, int list) {
        var meant = lines(number, list);
        boolean building = all().anyMatch(held ->
                held.guest().door().building().equals(Integer.toString(number)) && !meant.contains(held));
        return meant.size() == 1 && !building ? meant.getFirst().guest() : Guest.NOBODY;
    }

    /** What the line of this list with that number asks for; nothing where there is no such line. */
    List<ChainItem> numberedItems(int number, int list) {
        var meant = lines(number, list);
        return meant.size() == 1 ? meant.getFirst().items() : List.of();
    }

    /** Who stood on an earlier copy of this list and stands on it no longer, without those of these names. */
    List<Missing> missing(WholeList newest, Set<String> unread) {
        var chains = all().filter(held -> held.isOn(newest) && held.chain() != null)
                .map(Held::chain)
                .collect(Collectors.toSet());
        return all().filter(held -> held.isGoneFrom(newest, chains)
                        && !unread.contains(held.guest().key()))
                .map(held -> new Missing(held.key(), held.guest(), held.items(), held.isPaid()))
                .sorted(Comparator.comparing(Missing::order))
                .toList();
    }

    private List<Held> lines(int number, int list) {
        return all().filter(held -> held.hasNumber(number) && held.isSeenIn(list))
                .toList();
    }

    private Stream<Held> all() {
        return byName.values().stream().flatMap(List::stream);
    }

    private static String key(Guest guest) {
        return guest.key().toLowerCase(Locale.ROOT);
    }
}
