package tuanju.desk.handover;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.TooMany;
import tuanju.database.Ids;
import tuanju.desk.DeskSettings;
import tuanju.member.MemberId;

/** Counts wrong pickup codes per person over the last hour, so that nobody finds a bag by guessing. */
@Component
@RequiredArgsConstructor
class PickupCodeTries {

    private final JdbcClient jdbc;
    private final DeskSettings settings;

    /**
     * Counts a try before anything is looked up, so that many at once count too; give it back when the code was right.
     * Refuses with TooMany (429). In a transaction of its own: it stays counted when what follows is refused.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public UUID take(MemberId member) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('pickup_code_try ' || :member, 0))")
                .param("member", member.value().toString())
                .query(rows -> {});
        jdbc.sql("delete from pickup_code_try where member_id = :member and at < clock_timestamp() - interval '1 hour'")
                .param("member", member.value())
                .update();
        var id = Ids.next();
        if (!insertWhileAllowed(member, id)) {
            throw new TooMany(secondsUntilNextTry(member));
        }
        return id;
    }

    /** The code was right: this try does not count. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(MemberId member, UUID id) {
        jdbc.sql("delete from pickup_code_try where member_id = :member and id = :id")
                .param("member", member.value())
                .param("id", id)
                .update();
    }

    private boolean insertWhileAllowed(MemberId member, UUID id) {
        return jdbc.sql("""
                                insert into pickup_code_try (member_id, id)
                                select :member, :id
                                where (select count(*) from pickup_code_try where member_id = :member) < :allowed
                                """)
                        .param("member", member.value())
                        .param("id", id)
                        .param("allowed", settings.wrongCodesPerHour())
                        .update()
                == 1;
    }

    private long secondsUntilNextTry(MemberId member) {
        return jdbc.sql("""
                        select greatest(1, ceil(extract(epoch from min(at) + interval '1 hour' - clock_timestamp())))::bigint
                        from pickup_code_try where member_id = :member
                        """).param("member", member.value()).query(Long.class).single();
    }
}
