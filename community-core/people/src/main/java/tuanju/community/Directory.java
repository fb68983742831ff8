package tuanju.community;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All communities in memory, read again after a minute and when one is asked for that is not there. */
@Component
@RequiredArgsConstructor
class Directory {

    private static final Duration FRESH = Duration.ofMinutes(1);
    /** So that asking for codes that do not exist cannot make every request read the table. */
    private static final Duration BETWEEN_MISSES = Duration.ofSeconds(1);

    private final CommunityRows rows;
    private final Clock clock;
    private volatile Pages pages = Pages.EMPTY;

    Optional<CommunityCard> byId(CommunityId id) {
        return find(it -> it.byId().get(id));
    }

    Optional<CommunityCard> byShortCode(String shortCode) {
        return find(it -> it.byShortCode().get(shortCode));
    }

    List<CommunityCard> open() {
        return fresh().open();
    }

    /** Forgets what it knows, for a change in this instance; the others see it within a minute or at first use. */
    void changed() {
        pages = Pages.EMPTY;
    }

    private Optional<CommunityCard> find(Function<Pages, @Nullable CommunityCard> lookUp) {
        var found = Optional.ofNullable(lookUp.apply(fresh()));
        if (found.isPresent() || pages.readAt().plus(BETWEEN_MISSES).isAfter(clock.instant())) {
            return found;
        }
        return Optional.ofNullable(lookUp.apply(read()));
    }

    private Pages fresh() {
        var known = pages;
        return known.readAt().plus(FRESH).isAfter(clock.instant()) ? known : read();
    }

    private Pages read() {
        var all = rows.findAll();
        var cards = all.stream().map(Community::card).toList();
        var open = all.stream()
                .filter(Community::isOpen)
                .map(Community::card)
                .sorted(Comparator.comparing(CommunityCard::name))
                .toList();
        var read = new Pages(
                clock.instant(),
                cards.stream().collect(Collectors.toMap(CommunityCard::id, Function.identity())),
                cards.stream().collect(Collectors.toMap(CommunityCard::shortCode, Function.identity())),
                open);
        pages = read;
        return read;
    }

    private record Pages(
            Instant readAt,
            Map<CommunityId, CommunityCard> byId,
            Map<String, CommunityCard> byShortCode,
            List<CommunityCard> open) {
        private static final Pages EMPTY = new Pages(Instant.EPOCH, Map.of(), Map.of(), List.of());
    }
}
