package tuanju.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Visitor;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@WebTest
@DisplayName("A leader reads who belongs to their community, and decides about each")
class LedMembersPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoJoinsStandsOnThePageWithWhatCanBeDecided() {
        var home = neighbourhoods.found(1, 2);
        var joining = ApiClient.signUp(mvc);
        assertThat(joining.put("/api/v1/communities/" + home.card().shortCode() + "/membership", ""))
                .hasStatus(204);
        String who = ApiClient.read(joining.get("/api/v1/members/me"), "$.id");

        assertThat(page(home.leader(), home.card().shortCode()))
                .contains("/lead/members/" + home.card().shortCode() + "/" + who + "/level");
    }

    @Test
    @DisplayName("C-03 a leader asks a member to curate, and no longer; the member hears of it, and nobody curates by"
            + " themselves")
    void curatorsAreNamedByTheirLeader() {
        var home = neighbourhoods.found(1, 2);
        var here = "/api/v1/communities/" + home.card().shortCode();
        var joining = ApiClient.signUp(mvc);
        joining.put(here + "/membership", "");
        String who = ApiClient.read(joining.get("/api/v1/members/me"), "$.id");
        assertThat(joining.put(here + "/members/" + who + "/curating", "")).hasStatus(404);

        assertThat(curating(home, who, "true")).hasStatus(302);
        assertThat(role(who)).isEqualTo("CURATOR");
        assertThat(page(home.leader(), home.card().shortCode())).contains(who + "/curating", "value=\"false\"");
        assertThat(curating(home, who, "false")).hasStatus(302);
        assertThat(role(who)).isEqualTo("MEMBER");
        assertThat(jdbc.sql("select count(*) from notification where member_id = cast(? as uuid) and topic like"
                                + " 'membership.told.curator%'")
                        .param(who)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        curating(home, home.leader().value().toString(), "true");
        assertThat(role(home.leader().value().toString())).isEqualTo("LEADER");
    }

    private MvcTestResult curating(TeamNeighbourhood home, String who, String curates) {
        return mvc.post()
                .uri("/lead/members/" + home.card().shortCode() + "/" + who + "/curating")
                .param("curates", curates)
                .with(Visitor.signedIn(new SignedIn(home.leader(), "王姐", false)))
                .with(csrf())
                .exchange();
    }

    private String role(String member) {
        return jdbc.sql("select role from membership where member_id = cast(? as uuid)")
                .param(member)
                .query(String.class)
                .single();
    }

    private String page(MemberId leader, String community) {
        return ApiClient.body(mvc.get()
                .uri("/lead/members?community=" + community)
                .with(Visitor.signedIn(new SignedIn(leader, "王姐", false)))
                .exchange());
    }
}
