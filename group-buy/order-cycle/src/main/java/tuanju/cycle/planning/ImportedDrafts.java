package tuanju.cycle.planning;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.member.MemberId;

/** Cycles whose orders were taken elsewhere: drafts until the orders are in, closed from then on. */
@Component
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedDrafts {

    private final CycleRows rows;

    /** Keeps others from bringing orders into the same cycle until the transaction ends. */
    public void lock(CycleCard cycle) {
        if (rows.locked(cycle.community().value(), cycle.id()).isEmpty()) {
            throw new NotFound();
        }
    }

    /** The orders are in: a draft is closed, what is no draft any more stays as it is. */
    public void close(CycleCard cycle, MemberId leader, Instant now) {
        var row = rows.findById(cycle.id()).orElseThrow(NotFound::new);
        if (row.getStatus() == CycleStatus.DRAFT) {
            row.closeImported(leader, now);
        }
    }
}
