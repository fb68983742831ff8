package tuanju.upkeep;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.NotFound;
import tuanju.database.Outbox;
import tuanju.member.MemberId;

/** An operator has events tried again, or gives up one that was set aside; both stay on record. */
@Component
@RequiredArgsConstructor
class Unsticking {

    private final Outbox outbox;
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
}
