package tuanju.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import support.TestDatabase;

@SpringBootTest
@Import(TestDatabase.class)
@ActiveProfiles("test")
class AuditTrailTest {

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    private final UUID operator = UUID.randomUUID();
    private final String subject = "member " + UUID.randomUUID();

    @Test
    void whatWasDoneIsFoundNewestFirst() {
        audit.record(operator, "leader.approved", subject, "");
        audit.record(operator, "leader.revoked", subject, "moved away");
        assertThat(audit.about(subject, 10))
                .extracting(AuditEntry::action)
                .containsExactly("leader.revoked", "leader.approved");
    }

    @Test
    void theTrailIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            audit.record(operator, "act." + i, subject, "");
        }
        var newest = audit.latest(null, 3);
        var older = audit.latest(newest.getLast().id(), 3);
        assertThat(newest).hasSize(3);
        assertThat(older).isNotEmpty().doesNotContainAnyElementsOf(newest);
        assertThat(older.getFirst().id()).isLessThan(newest.getLast().id());
    }

    @ParameterizedTest(name = "A-93 nobody can {0}")
    @DisplayName("A-93 entries are never changed, deleted or emptied")
    @ValueSource(
            strings = {
                "update audit_entry set detail = 'nothing happened'",
                "delete from audit_entry",
                "truncate audit_entry"
            })
    void entriesStay(String tampering) {
        audit.record(operator, "refund.by-hand", subject, "12.50");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql(tampering).update())
                .withStackTraceContaining("append-only");
        assertThat(audit.about(subject, 10)).hasSize(1);
    }
}
