package tuanju.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.Staleness;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;
import tuanju.database.Ids;

/**
 * Keeps every event in the outbox until each of its listeners has heard it. {@link Hearing} takes it out in the listener's own
 * transaction and {@link HearingAgain} tries again, so that Spring Modulith has no state to keep and nothing to resubmit.
 */
@Component
@RequiredArgsConstructor
class Publications implements EventPublicationRegistry {

    private final OutboxRows rows;
    private final StoredJson stored;

    private final OnTheirWay onTheirWay = new OnTheirWay();

    @Override
    public Collection<TargetEventPublication> store(Object event, Stream<PublicationTargetIdentifier> listeners) {
        var kept = new OutboxRows.Kept(event.getClass().getName(), stored.write(event));
        var subject = event instanceof Happened it ? it.subject() : Ids.next();
        var announced = listeners
                .map(it -> new OutboxRows.Row(UUID.randomUUID(), it.getValue(), kept, subject))
                .toList();
        Announcements.add(rows, announced);
        announced.forEach(it -> onTheirWay.add(event, it.listener(), it.id()));
        return List.of();
    }

    /** Remembers which row it is that this listener is about to hear. */
    void onItsWay(Object event, String listener, UUID row) {
        onTheirWay.add(event, listener, row);
    }

    /** Whether this listener is to hear it now, in the caller's transaction. */
    boolean take(Object event, String listener) {
        @Nullable UUID row = onTheirWay.of(event, listener);
        return row == null || rows.take(row);
    }

    /** The listener did not get through it. */
    void failed(Object event, String listener, Throwable why) {
        @Nullable UUID row = onTheirWay.of(event, listener);
        if (row != null) {
            rows.failed(row, why.getClass().getName());
        }
    }

    @Override
    public void markProcessing(Object event, PublicationTargetIdentifier listener) {}

    @Override
    public void markCompleted(Object event, PublicationTargetIdentifier listener) {}

    @Override
    public void markFailed(Object event, PublicationTargetIdentifier listener) {}

    @Override
    public Collection<TargetEventPublication> findIncompletePublications() {
        return List.of();
    }

    @Override
    public Collection<TargetEventPublication> findIncompletePublicationsOlderThan(Duration age) {
        return List.of();
    }

    @Override
    public void deleteCompletedPublicationsOlderThan(Duration age) {}

    @Override
    public void processIncompletePublications(
            Predicate<EventPublication> filter, Consumer<TargetEventPublication> work, @Nullable Duration age) {}

    @Override
    public void processFailedPublications(ResubmissionOptions options, Consumer<TargetEventPublication> work) {}

    @Override
    public void markStalePublicationsFailed(Staleness staleness) {}
}
