package tuanju.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of keys and answers; each call belongs to the transaction that runs the command. */
@Component
@RequiredArgsConstructor
class CommandKeys {

    private final JdbcClient database;

    /**
     * Whether the command is ours to run: nobody else is at it, and whoever asks keeps the pace. The lock ends with the
     * transaction, after its row can be seen.
     */
    boolean claim(CommandKey key, @Nullable Pace pace) {
        return pace == null ? claim(key) : claimAtPace(key, pace);
    }

    private boolean claim(CommandKey key) {
        return database.sql("""
            insert into command_key (principal, route, key, body_hash)
            select :principal, :route, :key, :bodyHash
            where pg_try_advisory_xact_lock(hashtextextended(:principal || ' ' || :route || ' ' || :key, 0))
            on conflict do nothing
            """)
                        .params(parameters(key))
                        .param("bodyHash", hash(key.body()))
                        .update()
                == 1;
    }

    /** Counts the person's own commands in the statement that claims: no round trip more, and no row that others touch. */
    private boolean claimAtPace(CommandKey key, Pace pace) {
        return database.sql("""
            insert into command_key (principal, route, key, body_hash, pace)
            select :principal, :route, :key, :bodyHash, :pace
            where pg_try_advisory_xact_lock(hashtextextended(:principal || ' ' || :route || ' ' || :key, 0))
                and :most > (
                    select count(*) from command_key
                    where principal = :principal and pace = :pace
                        and created_at > now() - :within * interval '1 ms')
            on conflict do nothing
            """)
                        .params(parameters(key))
                        .params(parameters(pace))
                        .param("bodyHash", hash(key.body()))
                        .update()
                == 1;
    }

    /** The kept answer; refuses when there is none yet or when it answers another body. */
    String answer(CommandKey key, @Nullable Pace pace) {
        return kept(key).orElseThrow(() -> notYet(key, pace));
    }

    /** The kept answer, if there is one; refuses when it answers another body. */
    Optional<String> kept(CommandKey key) {
        var kept = database.sql("""
            select body_hash, answer from command_key
            where principal = :principal and route = :route and key = :key
            """)
                .params(parameters(key))
                .query((row, number) -> new Kept(row.getBytes("body_hash"), row.getString("answer")))
                .optional();
        if (kept.isPresent() && !MessageDigest.isEqual(kept.get().bodyHash(), hash(key.body()))) {
            throw new KeyReused();
        }
        return kept.map(Kept::answer);
    }

    private Refusal notYet(CommandKey key, @Nullable Pace pace) {
        if (pace == null) {
            return new StillRunning();
        }
        return database.sql("""
            select ceil(extract(epoch from created_at + :within * interval '1 ms' - now()))::bigint
            from command_key where principal = :principal and pace = :pace
                and created_at > now() - :within * interval '1 ms'
            order by created_at desc offset :most - 1 limit 1
            """)
                .params(parameters(key))
                .params(parameters(pace))
                .query(Long.class)
                .optional()
                .<Refusal>map(seconds -> new TooMany(Math.max(1, seconds)))
                .orElseGet(StillRunning::new);
    }

    void keep(CommandKey key, String answer) {
        database.sql("""
            update command_key set answer = cast(:answer as json)
            where principal = :principal and route = :route and key = :key
            """).params(parameters(key)).param("answer", answer).update();
    }

    void forgetOf(String principal) {
        database.sql("delete from command_key where principal = :principal")
                .param("principal", principal)
                .update();
    }

    int forgetOlderThanADay() {
        return database.sql("delete from command_key where created_at < now() - interval '24 hours'")
                .update();
    }

    private static Map<String, Object> parameters(CommandKey key) {
        var parameters = new HashMap<String, Object>();
        parameters.put("principal", key.principal());
        parameters.put("route", key.route());
        parameters.put("key", String.valueOf(key.key()));
        return parameters;
    }

    private static Map<String, Object> parameters(Pace pace) {
        return Map.of(
                "pace", pace.kind(),
                "most", pace.most(),
                "within", pace.within().toMillis());
    }

    private static byte[] hash(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    // not a record: an array has no equality worth having
    private static final class Kept {
        private final byte[] bodyHash;
        private final String answer;

        private Kept(byte[] bodyHash, String answer) {
            this.bodyHash = bodyHash;
            this.answer = answer;
        }

        private byte[] bodyHash() {
            return bodyHash;
        }

        private String answer() {
            return answer;
        }
    }
}
