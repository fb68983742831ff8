package tuanju.pickup.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import support.ModuleTest;
import tuanju.pickup.PickupSettings;

@ModuleTest
@DisplayName("What lists said long ago")
class OldPrintsTest {

    private static final String OLD = "A".repeat(64);
    private static final String SAID_AGAIN = "B".repeat(64);
    private static final String FRESH = "C".repeat(64);

    @Autowired
    PickupSettings settings;

    @Autowired
    JdbcConnectionDetails program;

    @Autowired
    JdbcClient jdbc;

    private final UUID community = UUID.randomUUID();
    private final UUID cycle = UUID.randomUUID();

    private OldPrints prints;

    /** W-18: as the role that may not change a print, and so may not hold one for a change either. */
    @BeforeEach
    void theProgramForgets() {
        prints = new OldPrints(
                JdbcClient.create(new DriverManagerDataSource(
                        program.getJdbcUrl(), program.getUsername(), program.getPassword())),
                settings);
    }

    @BeforeEach
    void print() {
        said(OLD, 200);
        printed(OLD, 200);
        printed(OLD, 181);
        said(SAID_AGAIN, 200);
        printed(SAID_AGAIN, 200);
        printed(SAID_AGAIN, 10);
        said(FRESH, 179);
        printed(FRESH, 179);
    }

    @Test
    void isForgottenUnlessALaterPrintSaidTheSame() {
        forget();

        assertThat(remembered("list_version")).containsExactlyInAnyOrder(SAID_AGAIN, FRESH);
        assertThat(remembered("list_print")).containsExactlyInAnyOrder(SAID_AGAIN, FRESH);
    }

    @Test
    void isForgottenOnce() {
        forget();

        assertThat(prints.forget()).isZero();
    }

    private void forget() {
        while (prints.forget() > 0) {
            // until nothing is old, as the job does
        }
    }

    private List<String> remembered(String table) {
        return jdbc.sql("select fingerprint from " + table + " where community_id = ?")
                .param(community)
                .query(String.class)
                .list();
    }

    private void said(String fingerprint, int days) {
        jdbc.sql("""
                        insert into list_version (community_id, cycle_id, fingerprint, standing, said_at)
                        values (?, ?, ?, '{}', now() - make_interval(days => ?))
                        """).params(community, cycle, fingerprint, days).update();
    }

    private void printed(String fingerprint, int days) {
        jdbc.sql("""
                        insert into list_print (community_id, id, cycle_id, kind, form, fingerprint, printed_at, printed_by)
                        values (?, gen_random_uuid(), ?, 'BY_ROOM', 'PDF', ?, now() - make_interval(days => ?),
                            gen_random_uuid())
                        """).params(community, cycle, fingerprint, days).update();
    }
}
