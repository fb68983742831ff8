package tuanju.commission.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators over REST: what would stop payouts, and how people brought each other. */
@RestController
@RequiredArgsConstructor
class BringingResources {

    private final BringingReport report;
    private final BringingStops stops;

    /** A claim; while it is broken no money leaves. */
    record Stop(
            String id,
            String claim,
            boolean broken,
            boolean holdsMoney,
            @Nullable Instant lookedAt) {}

    record Tree(UUID community, UUID first, int people, int depth) {}

    record Pair(UUID community, UUID one, UUID other) {}

    record Graph(List<Stop> stops, int people, List<Tree> chains, List<Tree> trees, List<Pair> pairs) {}

    @GetMapping("/api/v1/operator/commission-graph")
    Graph graph() {
        var it = report.now();
        return new Graph(
                stops.now().stream()
                        .map(stop -> new Stop(stop.id(), stop.claim(), stop.broken(), stop.holdsMoney(), stop.seen()))
                        .toList(),
                it.people(),
                trees(it.chains()),
                trees(it.trees()),
                it.pairs().stream()
                        .map(pair -> new Pair(
                                pair.community().value(),
                                pair.one().value(),
                                pair.other().value()))
                        .toList());
    }

    private static List<Tree> trees(List<Bringing.Tree> found) {
        return found.stream()
                .map(it -> new Tree(it.community().value(), it.first().value(), it.people(), it.depth()))
                .toList();
    }
}
