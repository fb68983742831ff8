package tuanju.plan;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans that members took and that something is due for by the clock, in the database. */
@Component
@RequiredArgsConstructor
class DueSubscriptions {

    private final JdbcClient jdbc;

    /** A sweep, as it is looked for. */
    private List<Subscription> some(String where) {
        return jdbc.sql(SubscriptionRows.ALL + where + " limit 100")
                .query(SubscriptionRows::read)
                .list();
    }

    /** Whose time to pay is over; looked at again in a minute. */
    List<Subscription> unpaid() {
        var due = some("where s.status = 'PLACED' and s.sweep_at <= now() order by s.sweep_at");
        due.forEach(it -> jdbc.sql("""
            update plan_subscription set sweep_at = now() + interval '1 minute' where community_id = :community and id = :id
            """)
                .param("community", it.community().value())
                .param("id", it.id())
                .update());
        return due;
    }

    List<Subscription> ended() {
        return some("where s.status = 'RUNNING' and s.ends_at <= now() order by s.ends_at");
    }

    List<Subscription> toBegin() {
        return some("where s.status = 'NEXT' and s.starts_at <= now() order by s.starts_at");
    }

    /** Whose member is to be told that it ends, once; not where they have taken the next one. */
    List<Subscription> toRemind() {
        return some("""
            where s.status = 'RUNNING' and s.reminded_at is null and s.ends_at <= now() + interval '5 days' and s.ends_at > now()
                and not exists (select from plan_subscription n
                    where n.community_id = s.community_id and n.member_id = s.member_id and n.status = 'NEXT')
            order by s.ends_at
            """);
    }

    void reminded(Subscription of) {
        jdbc.sql("update plan_subscription set reminded_at = now() where community_id = :community and id = :id")
                .param("community", of.community().value())
                .param("id", of.id())
                .update();
    }
}
