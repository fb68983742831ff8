package tuanju.keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;

/** What was done so far about orders that nobody came for. */
@Component
@RequiredArgsConstructor
public class NoShows {

    private final BagSteps steps;

    /** How far it has come; the later ones are decided. */
    public enum Standing {
        REMINDED,
        GIVEN_AWAY,
        RETURNED
    }

    /** By order; those nobody did anything about, or whose decision was taken back unreminded, are missing. */
    @Transactional(readOnly = true)
    public Map<UUID, Standing> of(CommunityId community, Collection<UUID> orders) {
        var standings = new HashMap<UUID, Standing>();
        steps.of(community, orders).forEach((order, done) -> {
            var kept = new KeptOrder(order, Instant.EPOCH, Duration.ZERO, done);
            var decided = kept.decided();
            if (decided != null) {
                standings.put(order, decided == Step.RETURNED ? Standing.RETURNED : Standing.GIVEN_AWAY);
            } else if (kept.reminded() != null) {
                standings.put(order, Standing.REMINDED);
            }
        });
        return standings;
    }
}
