package tuanju.chain.settling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.chain.reading.Guest;
import tuanju.chain.settling.TransferRows.Line;
import tuanju.chain.settling.TransferRows.Pasted;
import tuanju.chain.settling.TransferRows.Sent;
import tuanju.chain.transfer.Matching.Found;
import tuanju.chain.transfer.Matching.Open;
import tuanju.cycle.CycleCard;

/**
 * A text of transfers as its leader sees it; each line is on exactly one pile.
 *
 * @param noted who has paid with a transfer of this text
 * @param asked transfers that may pay an order
 * @param elsewhere transfers that pay orders of other cycles
 * @param nobodys transfers that fit no order of this cycle
 * @param twice lines that say a transfer of another line of this text again
 * @param unreadable lines that cannot be used
 * @param outgoing how many lines tell of money that went out
 * @param forgotten since when nothing here says who sent what; null while it does
 */
record TransferView(
        UUID id,
        Instant pastedAt,
        List<Noted> noted,
        List<Asked> asked,
        List<Line> elsewhere,
        List<Line> nobodys,
        List<Line> twice,
        List<Line> unreadable,
        int outgoing,
        @Nullable Instant forgotten) {

    /** @param guest whose order it pays; null where their order is gone from the lists */
    record Noted(Line line, Sent sent, @Nullable Guest guest, boolean byHand) {}

    record Asked(Line line, Sent sent, List<Open> choices, List<Open> alike) {}

    static TransferView of(
            CycleCard cycle, Pasted pasted, List<Line> lines, List<Found> found, Map<UUID, Guest> guests) {
        var byTransfer = found.stream().collect(Collectors.toMap(it -> it.sent().transfer(), Function.identity()));
        var view = new TransferView(
                pasted.id(),
                pasted.at(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                pasted.outgoing(),
                pasted.forgotten());
        var seen = new HashSet<UUID>();
        for (var line : lines) {
            var sent = line.transfer();
            if (sent == null) {
                view.unreadable.add(line);
            } else if (!seen.add(sent.id())) {
                view.twice.add(line);
            } else {
                view.add(cycle, line, sent, byTransfer.get(sent.id()), guests);
            }
        }
        return view;
    }

    private void add(CycleCard cycle, Line line, Sent sent, @Nullable Found found, Map<UUID, Guest> guests) {
        var use = line.use();
        if (use != null && use.cycle().equals(cycle.id())) {
            noted.add(new Noted(line, sent, guests.get(use.guest()), use.byHand()));
        } else if (use != null) {
            elsewhere.add(line);
        } else if (found == null || found.isNobodys()) {
            nobodys.add(line);
        } else {
            asked.add(new Asked(line, sent, found.choices(), found.alike()));
        }
    }

    /** How many of those noted came new with this text, and go with it when it is taken back. */
    public long fresh() {
        return noted.stream().filter(it -> !it.sent().isKnown()).count();
    }

    /** How many transfers came with an earlier text already. */
    public long known() {
        return noted.stream().filter(it -> it.sent().isKnown()).count() + elsewhere.size();
    }
}
