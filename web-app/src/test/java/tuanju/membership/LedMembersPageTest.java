package tuanju.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
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

    private String page(MemberId leader, String community) {
        return ApiClient.body(mvc.get()
                .uri("/lead/members?community=" + community)
                .with(Visitor.signedIn(new SignedIn(leader, "王姐", false)))
                .exchange());
    }
}
