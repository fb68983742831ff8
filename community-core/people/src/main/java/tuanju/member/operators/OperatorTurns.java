package tuanju.member.operators;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;

/** One after the other where it is decided who stops being an operator, so that two do not both count on the other. */
@Component
@RequiredArgsConstructor
class OperatorTurns {

    private final JdbcClient database;

    /** Holds back others until the transaction ends; the table's own guard waits for the same turn. */
    void take() {
        database.sql("select pg_advisory_xact_lock(hashtextextended('operators', 0))")
                .query(row -> {});
    }

    /** Whether somebody else runs the platform. */
    boolean anotherThan(MemberId member) {
        return database.sql("""
                        select exists (select from member
                            where operator and id <> :member and phone_proven_at is not null and parked_at is null)
                        """)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether they run it as it stands in this turn, and not as it was read before. */
    boolean operates(MemberId member) {
        return database.sql("""
                        select exists (select from member
                            where operator and id = :member and phone_proven_at is not null and parked_at is null)
                        """)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
    }
}
