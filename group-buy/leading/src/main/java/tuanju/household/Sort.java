package tuanju.household;

import java.util.Comparator;

/** In which sequence households are shown. */
enum Sort {
    /** As they are walked. */
    DOOR(Comparator.comparing(HouseholdRow::bag)),
    /** By the sound of the name. */
    NAME(Comparator.comparing((HouseholdRow row) -> Initials.sortKey(row.people()))
            .thenComparing(HouseholdRow::people)),
    /** Whoever owes most first. */
    OPEN(Comparator.comparing((HouseholdRow row) -> row.dues().open()).reversed()),
    /** Whoever ordered last first. */
    LATEST(Comparator.comparing(HouseholdRow::placedAt).reversed()),
    /** Whoever ordered most first. */
    PIECES(Comparator.comparingInt(HouseholdRow::pieces).reversed());

    private final Comparator<HouseholdRow> order;

    Sort(Comparator<HouseholdRow> order) {
        this.order = order;
    }

    /** Never two alike, so that pages meet. */
    Comparator<HouseholdRow> order() {
        return order.thenComparing(HouseholdRow::bag);
    }
}
