package tuanju.chain.settling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tuanju.chain.transfer.Transfer;

/** Tells which transfers of a text came in an earlier one: by the bill's number, else by name, amount and time. */
final class KnownTransfers {

    private final Map<String, Row> byNumber = new HashMap<>();
    private final Map<String, List<Row>> byLikeness = new HashMap<>();
    private final Set<UUID> seen = new HashSet<>();

    /**
     * A transfer that is known.
     *
     * @param nth how many there are like it before
     */
    record Row(UUID id, String number, String likeness, int nth) {}

    KnownTransfers(List<Row> known) {
        known.forEach(this::add);
    }

    void add(Row row) {
        if (!row.number().isEmpty()) {
            byNumber.put(row.number(), row);
        }
        byLikeness
                .computeIfAbsent(row.likeness(), likeness -> new ArrayList<>())
                .add(row);
    }

    /** The same transfer, where it came before; two of one text are never the same, unless they have one number. */
    Optional<Row> find(Transfer transfer, String likeness) {
        var numbered = byNumber.get(transfer.number());
        var found = numbered != null
                ? Optional.of(numbered)
                : byLikeness.getOrDefault(likeness, List.of()).stream()
                        .filter(row ->
                                row.number().isEmpty() || transfer.number().isEmpty())
                        .filter(row -> !seen.contains(row.id()))
                        .findFirst();
        found.ifPresent(row -> seen.add(row.id()));
        return found;
    }

    /** Notes a new one; answers how many there are like it before. */
    Row fresh(UUID id, Transfer transfer, String likeness) {
        int nth = byLikeness.getOrDefault(likeness, List.of()).stream()
                        .mapToInt(Row::nth)
                        .max()
                        .orElse(-1)
                + 1;
        var row = new Row(id, transfer.number(), likeness, nth);
        add(row);
        seen.add(id);
        return row;
    }
}
