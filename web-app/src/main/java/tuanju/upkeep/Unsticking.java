package tuanju.upkeep;

import java.util.UUID;
import java.util.function.ToIntFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.member.MemberId;
import tuanju.outbox.Outbox;
import tuanju.outbox.StuckEvents;

/** An operator has events tried again, sets aside what keeps failing, or gives up what was set aside; all stay on record. */
@Component
@RequiredArgsConstructor
class Unsticking {

    private final Outbox outbox;
    private final StuckEvents stuck;
    private final AuditTrail audit;

    /** Tries it within seconds. Refuses (404) one that was heard meanwhile. */
    @Transactional
    public void tryNow(UUID id, MemberId by) {
        if (!outbox.tryNow(id)) {
            throw new NotFound();
        }
        audit.record(by.value(), "event.tried", "event " + id, "");
    }

    /** Nobody will hear it. Refuses (404) one that is not set aside. */
    @Transactional
    public void giveUp(UUID id, MemberId by) {
        var dropped = outbox.drop(id).orElseThrow(NotFound::new);
        audit.record(by.value(), "event.dropped", "event " + id, dropped.event() + " → " + dropped.listener());
    }

    /** Tries all of a kind within seconds; answers how many. Refuses (404) a kind of which nothing is stuck any more. */
    @Transactional
    public int tryAll(UUID kind, MemberId by) {
        return all(kind, "events.tried", stuck::tryNow, by);
    }

    /** All of a kind goes out of the way of what happened later. Refuses (404) a kind that is not failing. */
    @Transactional
    public int setAsideAll(UUID kind, MemberId by) {
        return all(kind, "events.set-aside", stuck::setAside, by);
    }

    /** Nobody will hear any of a kind. Refuses (404) a kind that is not set aside. */
    @Transactional
    public int giveUpAll(UUID kind, MemberId by) {
        return all(kind, "events.dropped", stuck::drop, by);
    }

    private int all(UUID kind, String act, ToIntFunction<UUID> help, MemberId by) {
        var before = stuck.kind(kind).orElseThrow(NotFound::new);
        int many = help.applyAsInt(kind);
        if (many == 0) {
            throw new NotFound();
        }
        audit.record(by.value(), act, "event " + kind, many + " × " + before.event() + " → " + before.listener());
        return many;
    }
}
