package tuanju.upkeep;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tuanju.invariant.InvariantCheck;

/**
 * How the program is at one moment, part by part.
 *
 * @param invariants what holds money back first
 */
record ProgramState(
        Instant at,
        Part<List<InvariantCheck>> invariants,
        Part<Work> work,
        Part<Unsent> outbox,
        Part<Refunding> refunds,
        Part<Connections> connections,
        Part<Room> room,
        Part<Versions> versions) {

    /** What is wrong, the gravest first. */
    public List<Trouble> troubles() {
        int held = claims(InvariantCheck::holdsMoney);
        return Stream.concat(
                        Stream.of(
                                new Trouble("money-held", held, "invariants", true, broken(InvariantCheck::holdsMoney)),
                                new Trouble(
                                        "broken", broken() - held, "invariants", true, broken(it -> !it.holdsMoney())),
                                new Trouble("unheard", outbox.map(Unsent::needing, 0), "outbox", true),
                                new Trouble("room", room.map(Room::isShort, false) ? 1 : 0, "room", true),
                                new Trouble("late", work.map(Work::late, 0), "work", false),
                                new Trouble("failing", work.map(Work::failing, 0), "work", false),
                                new Trouble("unseen", claims(InvariantCheck::isUnseen), "invariants", false),
                                new Trouble("full", connections.map(Connections::tooMany, 0), "connections", false)),
                        silent())
                .filter(it -> it.number() > 0)
                .toList();
    }

    public boolean isWell() {
        return troubles().isEmpty();
    }

    int broken() {
        return claims(InvariantCheck::isBroken);
    }

    /** Since when the first of these has been broken; null where none is. */
    private @Nullable Instant broken(Predicate<InvariantCheck> which) {
        return invariants
                .map(
                        it -> it.stream()
                                .filter(which)
                                .flatMap(claim -> Stream.ofNullable(claim.brokenSince()))
                                .min(Comparator.naturalOrder()),
                        Optional.<Instant>empty())
                .orElse(null);
    }

    private int claims(Predicate<InvariantCheck> which) {
        return invariants.map(it -> (int) it.stream().filter(which).count(), 0);
    }

    private Stream<Trouble> silent() {
        return Stream.of(
                        Map.entry("invariants", invariants),
                        Map.entry("work", work),
                        Map.entry("outbox", outbox),
                        Map.entry("refunds", refunds),
                        Map.entry("connections", connections),
                        Map.entry("room", room),
                        Map.entry("versions", versions))
                .filter(it -> it.getValue().isSilent())
                .map(it -> new Trouble("silent-" + it.getKey(), 1, it.getKey(), false));
    }
}
