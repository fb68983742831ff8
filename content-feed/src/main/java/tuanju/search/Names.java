package tuanju.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.note.Notes;

/**
 * What things and people of a community are called, kept in memory for a minute, of the communities that were asked of last. It helps
 * to guess what is meant and is never shown: what is found is asked for anew.
 */
@Component
@RequiredArgsConstructor
class Names {

    private static final int GOODS = 1_000;
    private static final int PEOPLE = 1_000;
    private static final int COMMUNITIES = 200;
    private static final int KEPT = 8;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Showcase showcase;
    private final Notes notes;
    private final Members members;
    private final Communities communities;
    private final Clock clock;
    private final Map<CommunityId, Known> kept = new LinkedHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();

    /** The names of a community as they were at this moment. */
    record Known(Lexicon lexicon, Map<MemberId, String> people, Instant since) {}

    /** Read by one request at a time; whoever comes meanwhile is answered by what was known before, if anything was. */
    Known of(CommunityId community) {
        var known = kept(community);
        if (known != null && known.since().plus(FRESH).isAfter(clock.instant())) {
            return known;
        }
        if (known != null && reading.isLocked()) {
            return known;
        }
        reading.lock();
        try {
            var meanwhile = kept(community);
            if (meanwhile != null && !Objects.equals(meanwhile, known)) {
                return meanwhile;
            }
            var read = read(community);
            keep(community, read);
            return read;
        } finally {
            reading.unlock();
        }
    }

    private synchronized @Nullable Known kept(CommunityId community) {
        return kept.get(community);
    }

    private synchronized void keep(CommunityId community, Known read) {
        kept.remove(community);
        kept.put(community, read);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private Known read(CommunityId community) {
        var people = new LinkedHashMap<MemberId, String>();
        cards(notes.writers(community, PEOPLE)).forEach(it -> people.put(it.id(), it.name()));
        var names = new ArrayList<>(showcase.names(community, GOODS));
        names.addAll(notes.topics(community, Viewer.STRANGER));
        names.addAll(people.values());
        communities.all().stream().limit(COMMUNITIES).forEach(it -> names.add(it.name()));
        return new Known(new Lexicon(names), people, clock.instant());
    }

    private Collection<MemberCard> cards(List<MemberId> some) {
        return some.isEmpty() ? List.of() : members.cards(some).values();
    }
}
