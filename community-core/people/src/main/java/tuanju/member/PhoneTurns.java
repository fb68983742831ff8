package tuanju.member;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** One after the other where it is decided whose account a phone opens. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class PhoneTurns {

    private final JdbcClient database;

    /**
     * Holds back others with this phone until the transaction ends: two at once would meet in the table's unique index, and
     * what it refuses it writes into a log.
     */
    public void take(Phone phone) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('member ' || :phone, 0))")
                .param("phone", phone.digits())
                .query(row -> {});
    }
}
