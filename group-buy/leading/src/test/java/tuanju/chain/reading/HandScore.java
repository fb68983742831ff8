package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ChainListReader.Context;
import tuanju.chain.reading.HandWritten.Habit;
import tuanju.chain.reading.ReadChainList.Why;

/** How well lists that were made up are read, in portions: one household, one product, how many. What is asked is not read. */
final class HandScore {

    private final Map<Habit, Count> byHabit = new EnumMap<>(Habit.class);
    private final Count all = new Count();
    private final List<String> misses = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    static HandScore of(long firstSeed, int lists) {
        var score = new HandScore();
        for (long seed = firstSeed; seed < firstSeed + lists; seed++) {
            score.add(seed, Hands.written(seed));
        }
        return score;
    }

    /** Portions that were meant, that were read, and that are both. */
    static final class Count {

        int meant;
        int read;
        int right;

        double precision() {
            return read == 0 ? 1 : (double) right / read;
        }

        double recall() {
            return meant == 0 ? 1 : (double) right / meant;
        }

        void add(List<String> meantNow, List<String> readNow) {
            meant += meantNow.size();
            read += readNow.size();
            right += (int) readNow.stream().filter(meantNow::contains).count();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d | %.3f | %.3f", meant, precision(), recall());
        }
    }

    Count all() {
        return all;
    }

    /** What was read otherwise than it was meant, with its seed. */
    List<String> misses() {
        return misses;
    }

    /** Lines that hold a part of an order and were set aside. */
    List<String> passedOver() {
        return passedOver;
    }

    /** The rows of the table in docs/chain-lists.md. */
    List<String> rows() {
        var rows = new ArrayList<String>();
        byHabit.forEach((habit, count) -> rows.add("| " + habit.words + " | " + count + " |"));
        rows.add("| **all** | " + all + " |");
        return rows;
    }

    private void add(long seed, HandWritten list) {
        var read = ChainListReader.read(list.text(), new Context(list.shelf(), Neighbourhood.UNKNOWN, "团长", List.of()));
        var portions = portions(read);
        var meant = list.households().stream().collect(Collectors.toMap(it -> it.name, it -> it));
        for (var household : list.households()) {
            var theirs = portions.getOrDefault(household.name, List.of());
            all.add(household.portions(), theirs);
            household.habits.forEach(
                    habit -> byHabit.computeIfAbsent(habit, it -> new Count()).add(household.portions(), theirs));
            if (!theirs.equals(household.portions())
                    && !(theirs.containsAll(household.portions())
                            && theirs.size() == household.portions().size())) {
                misses.add(seed + " meant " + household.portions() + " read " + theirs + " " + household.habits);
            }
        }
        portions.forEach((name, theirs) -> {
            if (!meant.containsKey(name)) {
                all.add(List.of(), theirs);
                misses.add(seed + " nobody called " + name + " read " + theirs);
            }
        });
        read.ignored().stream()
                .filter(line -> line.why() != Why.SPEAKER
                        && list.entries().contains(line.line().written().strip()))
                .forEach(line -> passedOver.add(
                        seed + " " + line.why() + " " + line.line().written()));
    }

    /** What every order holds in the end, by name. */
    private static Map<String, List<String>> portions(ReadChainList read) {
        var guests = new HashMap<UUID, Guest>();
        var items = new LinkedHashMap<UUID, List<ChainItem>>();
        read.understood().forEach(line -> {
            guests.put(line.key(), line.guest());
            items.putIfAbsent(line.key(), line.items());
        });
        read.changes().forEach(line -> {
            guests.putIfAbsent(line.order(), line.guest());
            items.put(line.order(), line.items());
        });
        var portions = new HashMap<String, List<String>>();
        items.forEach((order, held) -> held.forEach(item -> {
            var guest = guests.get(order);
            portions.computeIfAbsent(guest.name(), name -> new ArrayList<>())
                    .add(HandWritten.portion(
                            guest.name(), guest.door().withoutLane().shown(), item.product(), item.quantity()));
        }));
        return portions;
    }
}
