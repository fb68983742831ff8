package tuanju.member.operators;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** The tables of second factors: each code is taken by one conditional update, so that two tabs cannot both use it. */
@Component
@RequiredArgsConstructor
class SecondFactorRows {

    private final JdbcClient database;

    /**
     * An operator's second factor as other operators see it.
     *
     * @param since null without one
     */
    record Held(UUID memberId, @Nullable Instant since, int recoveryCodes) {}

    /** What is sealed in a member's second factor, and which one it is. */
    record Sealed(UUID id, byte[] sealed) {}

    Optional<Sealed> of(MemberId member) {
        return database.sql("select id, sealed from second_factor where member_id = :member")
                .param("member", member.value())
                .query((row, number) -> new Sealed(row.getObject("id", UUID.class), row.getBytes("sealed")))
                .optional();
    }

    /** Answers its id; empty where the member has one already, perhaps from another tab. */
    Optional<UUID> insert(MemberId member, byte[] sealed, long step, List<byte[]> recoveryHashes) {
        var id = Ids.next();
        int inserted = database.sql("""
                        insert into second_factor (id, member_id, sealed, last_step)
                        values (:id, :member, :sealed, :step)
                        on conflict (member_id) do nothing
                        """)
                .param("id", id)
                .param("member", member.value())
                .param("sealed", sealed)
                .param("step", step)
                .update();
        if (inserted == 0) {
            return Optional.empty();
        }
        database.sql("insert into recovery_code (second_factor_id, hash) select :id, unnest(:hashes::bytea[])")
                .param("id", id)
                .param("hashes", recoveryHashes.toArray(byte[][]::new))
                .update();
        return Optional.of(id);
    }

    /** Whether this step was still to be taken, and is now. */
    boolean take(UUID factor, long step) {
        return database.sql("update second_factor set last_step = :step where id = :id and last_step < :step")
                        .param("id", factor)
                        .param("step", step)
                        .update()
                == 1;
    }

    boolean takeRecovery(UUID factor, byte[] hash) {
        return database.sql("""
                        update recovery_code set used_at = now()
                        where second_factor_id = :id and hash = :hash and used_at is null
                        """).param("id", factor).param("hash", hash).update() == 1;
    }

    boolean delete(MemberId member) {
        return database.sql("delete from second_factor where member_id = :member")
                        .param("member", member.value())
                        .update()
                == 1;
    }

    /** Every operator, the oldest first, with how many recovery codes are left. */
    List<Held> ofOperators() {
        return database.sql("""
                        select m.id as member_id, f.since,
                            (select count(*) from recovery_code r where r.second_factor_id = f.id and r.used_at is null)
                                as recovery_codes
                        from member m left join second_factor f on f.member_id = m.id
                        where m.operator and m.phone_proven_at is not null
                        order by m.created_at, m.id
                        """)
                .query(new SimplePropertyRowMapper<>(Held.class))
                .list();
    }
}
