package tuanju.cycle.steering;

import java.sql.Types;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.cycle.CycleCard;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;

/** A leader says who may see a cycle of theirs, from the next request on; who has ordered keeps their order. */
@Component
@RequiredArgsConstructor
class CycleVisibility {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    /** Said twice it is the same. */
    @Transactional
    public void set(MemberId leader, CycleCard cycle, Visibility wanted) {
        int changed = jdbc.sql("""
                        update order_cycle set visible_from = :from, version = version + 1
                        where community_id = :community and id = :cycle and visible_from is distinct from :from
                        """)
                .param("from", wanted.from(), Types.SMALLINT)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
        if (changed == 1) {
            var before = cycle.terms().visibility();
            audit.record(
                    leader.value(), "cycle.visibility", cycle.code().value(), before.word() + " → " + wanted.word());
        }
    }
}
