package tuanju.pickup;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tuanju.address.Building;

/** What the orders themselves add up to, per building, counted apart from any list. A list that differs is not shown. */
record BuildingTotals(Map<Building, CheckSum> byBuilding) {

    BuildingTotals {
        byBuilding = Map.copyOf(byBuilding);
    }

    CheckSum sum() {
        return CheckSum.total(byBuilding.values().stream());
    }

    /** Answers the list when it adds up to the orders, building by building; refuses with what differs otherwise. */
    SortedList proven(SortedList list) {
        var listed = perBuilding(list);
        if (!list.sum().equals(sum()) || !listed.equals(byBuilding)) {
            throw new ListDoesNotReconcile(list.sum(), sum(), differences(listed));
        }
        return list;
    }

    private static Map<Building, CheckSum> perBuilding(SortedList list) {
        var sums = new TreeMap<Building, CheckSum>();
        list.entries()
                .forEach(entry -> sums.merge(
                        entry.household().building(),
                        new CheckSum(1, entry.line().quantity(), entry.line().amount()),
                        CheckSum::plus));
        return sums;
    }

    private String differences(Map<Building, CheckSum> listed) {
        var buildings = new TreeSet<>(byBuilding.keySet());
        buildings.addAll(listed.keySet());
        return buildings.stream()
                .filter(building -> !Objects.equals(listed.get(building), byBuilding.get(building)))
                .map(building -> "%s: %s ≠ %s"
                        .formatted(
                                building.known() ? building.label() : "?",
                                listed.getOrDefault(building, CheckSum.NOTHING),
                                byBuilding.getOrDefault(building, CheckSum.NOTHING)))
                .collect(Collectors.joining("; "));
    }
}
