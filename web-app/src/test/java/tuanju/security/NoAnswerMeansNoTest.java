package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.Residents;
import tuanju.ApiClient;
import tuanju.security.Routes.Whose;

/** What must be asked before something is allowed, and cannot be asked now, is not allowed. */
@DisplayName("A-92")
class NoAnswerMeansNoTest extends AtEveryDoor {

    @Autowired
    DataSource database;

    @Test
    @DisplayName("no code is sent while nobody can say how many were sent before")
    void noCodeIsSentUncounted() throws SQLException {
        var phone = Residents.anyPhone();
        var stranger = ApiClient.stranger(mvc);
        var wanted = "{\"phone\":\"%s\"}".formatted(phone);
        assertIsLater(whileNobodyReads("rate_limit", () -> stranger.post("/api/v1/codes", wanted)));
        assertThat(jdbc.sql("select count(*) from sms_outbox where phone = ?")
                        .param(phone)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(stranger.post("/api/v1/codes", wanted)).hasStatus(202);
    }

    @ParameterizedTest(name = "nobody comes in to {1} while nobody can say whether they may")
    @CsvSource({"OPERATOR, /operate, member", "LEADER, /lead, leader"})
    void nobodyComesInUnasked(Whose whose, String path, String table) throws SQLException {
        var me = DoorWorld.as(world.rightful(whose));
        var answer = whileNobodyReads(table, () -> mvc.get().uri(path).with(me).exchange());
        assertIsLater(answer);
        assertThat(answer.getMvcResult().getHandler())
                .as("no page was reached, which would have failed by itself")
                .isNull();
        assertThat(mvc.get().uri(path).with(me).exchange()).hasStatusOk();
    }

    private static void assertIsLater(MvcTestResult answer) {
        assertThat(answer).hasStatus(503).containsHeader("Retry-After");
    }

    /** What happens while somebody else holds the whole table. */
    private MvcTestResult whileNobodyReads(String table, Supplier<MvcTestResult> act) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table " + table + " in access exclusive mode");
                return act.get();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
