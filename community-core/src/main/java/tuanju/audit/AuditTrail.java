package tuanju.audit;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where acts that somebody may ask about later are written down. */
@Component
public class AuditTrail {

    /** Writes one line in the current transaction. The detail holds no phone and no secret. */
    public void record(UUID actor, String action, String subject, String detail) {
        throw new UnsupportedOperationException();
    }
}
