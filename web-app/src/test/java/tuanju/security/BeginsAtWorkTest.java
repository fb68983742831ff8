package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.ApiClient;
import tuanju.WebTest;
import tuanju.community.Leaders;
import tuanju.member.MemberId;
import tuanju.member.operators.Operators;

@WebTest
@DisplayName("W-56 Signing in leads to where one works, and whoever was on their way somewhere goes on there")
class BeginsAtWorkTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    Leaders leaders;

    @Autowired
    Operators operators;

    private final String phone = People.anyPhone();
    private Neighbourhood home;
    private MemberId me;

    @BeforeEach
    void aMember() {
        home = neighbourhoods.found(0);
        People.signUp(mvc, phone);
        me = new MemberId(
                UUID.fromString(ApiClient.read(ApiClient.signIn(mvc, phone).get("/api/v1/members/me"), "$.id")));
    }

    @Test
    void aShopperAtTheFrontPage() {
        assertThat(signedIn("")).isEqualTo("/");
    }

    @Test
    void aLeaderAtWhatWaitsToday() {
        leaders.appoint(me, home.id(), home.leader());
        assertThat(signedIn("")).isEqualTo("/lead");
        assertThat(signedIn("/orders")).isEqualTo("/orders");
    }

    @Test
    @DisplayName("an operator at the console, also one who leads")
    void anOperatorAtTheConsole() {
        leaders.appoint(me, home.id(), home.leader());
        operators.appoint(me);
        assertThat(signedIn("")).isEqualTo("/operate");
        assertThat(signedIn("/lead")).isEqualTo("/lead");
    }

    private String signedIn(String next) {
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        var answer =
                browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD, "next", next));
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }
}
