package tuanju.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.WebTest;
import tuanju.community.LeaderApplications;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName("What an operator typed stands on the page that refuses it, with a word beside the field")
class TypedStaysTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Operators operators;

    @Autowired
    LeaderApplications applications;

    private Neighbourhood home;
    private Desk desk;

    @BeforeEach
    void anOperator() {
        home = neighbourhoods.found(2);
        operators.appoint(home.member(0));
        desk = new Desk(mvc, home.member(0));
    }

    @Test
    @DisplayName("a new pickup point without an address")
    void aPickupPoint() {
        var fields = Map.of(
                "leader", home.leader().value().toString(),
                "name", "东门岗亭",
                "area", "东门旁",
                "address", " ",
                "hours", "每天 9:00–20:00");
        assertThat(desk.submit("/communities/" + home.card().shortCode() + "/points", fields))
                .hasStatus(400)
                .bodyText()
                .contains("value=\"东门岗亭\"", "value=\"东门旁\"", "每天 9:00–20:00", "id=\"point-address-error\"")
                .contains("value=\"" + home.card().name() + "\"")
                .doesNotContain("id=\"name-error\"");
    }

    @Test
    @DisplayName("the end of a leader's role, with a reason that is too long or without one")
    void theEndOfALeader() {
        var path = "/leaders/" + home.id().value() + "/" + home.leader().value() + "/revocation";
        var tooLong = "搬走了。".repeat(200);
        assertThat(desk.submit(path, Map.of("reason", tooLong)))
                .hasStatus(400)
                .bodyText()
                .contains("value=\"" + tooLong + "\"", "reason-error");
        assertThat(desk.submit(path, Map.of("reason", " ")))
                .hasStatus(400)
                .bodyText()
                .contains("reason-error", home.card().name());
    }

    @Test
    @DisplayName("the answer to somebody who would like to lead, without a reason")
    void theAnswerToSomebodyWhoWouldLikeToLead() {
        var application = applications.apply(home.member(1), new LeaderApplications.Wish(home.id(), "", "", "我认识每一户"));
        assertThat(desk.submit("/leaders/applications/" + application + "/refusal", Map.of("reason", " ")))
                .hasStatus(400)
                .bodyText()
                .contains("reason-error", "我认识每一户");
    }
}
