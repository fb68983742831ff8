package tuanju.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A building and a room written without anything between them: 86801. */
record GluedNumber(String digits) {

    private static final int HIGHEST_FLOOR = 40;
    private static final int MOST_DOORS_ON_A_FLOOR = 20;

    record Split(String building, String room) {}

    /** The only way to split it that makes sense, helped by building numbers known from elsewhere. */
    Optional<Split> split(Neighbourhood neighbourhood) {
        var all = splits();
        if (all.size() == 1) {
            return Optional.of(all.getFirst());
        }
        var known = all.stream()
                .filter(split -> neighbourhood.buildings().contains(split.building()))
                .toList();
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    /** Every split into a building of 1 to 3 digits and a room that a floor could have. */
    List<Split> splits() {
        var splits = new ArrayList<Split>();
        for (int length = 1; length <= 3 && length < digits.length(); length++) {
            var split = new Split(digits.substring(0, length), digits.substring(length));
            if (isPlausible(split)) {
                splits.add(split);
            }
        }
        return splits;
    }

    private static boolean isPlausible(Split split) {
        if (!split.building().matches("[1-9]\\d*") || !split.room().matches("[1-9]\\d{2,3}")) {
            return false;
        }
        int room = Integer.parseInt(split.room());
        int door = room % 100;
        return room / 100 <= HIGHEST_FLOOR && door >= 1 && door <= MOST_DOORS_ON_A_FLOOR;
    }
}
