package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tuanju.ApiClient;
import tuanju.WebTest;

/** What a member changes about themselves on the page, a program changes for them by the same rules. */
@WebTest
@DisplayName("W-42")
class OwnProfileApiTest {

    private static final String ANOTHER = "another lantern boat";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private final String phone = People.anyPhone();
    private ApiClient me;

    @BeforeEach
    void aMemberSignsUp() {
        me = ApiClient.signUp(mvc, phone);
    }

    @Test
    @DisplayName("a new name and home are read again, and twice is once")
    void nameAndHomeAreChanged() {
        var wanted = "{\"name\":\"李阿姨\",\"lane\":\"500\",\"building\":\"3号楼\",\"unit\":\"2\",\"room\":\"502\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(me.put("/api/v1/members/me", wanted)).hasStatusOk();
        }
        var read = me.get("/api/v1/members/me");
        assertThat(ApiClient.<Map<String, Object>>read(read, "$"))
                .containsEntry("name", "李阿姨")
                .containsEntry("lane", "500")
                .containsEntry("building", "3号楼")
                .containsEntry("unit", "2")
                .containsEntry("room", "502")
                .containsEntry("hasPassword", true);
        assertThat(ApiClient.body(read)).doesNotContain(phone);
        assertThat(signedInBrowser(People.PASSWORD).page()).contains("李阿姨");
    }

    @Test
    @DisplayName("a name or a room that the page refuses is refused by its field, and nothing changes")
    void whatThePageRefusesIsRefused() {
        var before = ApiClient.body(me.get("/api/v1/members/me"));
        assertThat(faults(me.put("/api/v1/members/me", "{\"name\":\" \",\"room\":\"502\"}")))
                .containsExactly("name");
        assertThat(faults(me.put("/api/v1/members/me", "{\"room\":\"502\"}"))).containsExactly("name");
        assertThat(faults(me.put("/api/v1/members/me", "{\"name\":\"小李\",\"room\":\"" + "5".repeat(21) + "\"}")))
                .containsExactly("room");
        assertThat(ApiClient.body(me.get("/api/v1/members/me"))).isEqualTo(before);
    }

    @Test
    @DisplayName("A-70 a new password signs out every browser and every other token, and this one stays")
    void aNewPasswordEndsWhatWasOpenBefore() {
        var other = ApiClient.signIn(mvc, phone);
        var browser = signedInBrowser(People.PASSWORD);
        assertThat(change(People.PASSWORD, ANOTHER)).hasStatus(204);

        assertThat(me.get("/api/v1/members/me")).hasStatusOk();
        assertThat(other.get("/api/v1/members/me")).hasStatus(401);
        assertThat(browser.get("/me")).hasStatus(303);
        assertThat(signedInBrowser(ANOTHER).get("/me")).hasStatusOk();
    }

    @Test
    @DisplayName("without the current password, with a wrong one or with a guessable new one it stays as it is")
    void withoutTheCurrentPasswordNothingChanges() {
        assertThat(faults(me.put("/api/v1/members/me/password", "{\"password\":\"" + ANOTHER + "\"}")))
                .containsExactly("old");
        assertThat(faults(change("not this one", ANOTHER))).containsExactly("old");
        assertThat(faults(change(People.PASSWORD, "12345678"))).containsExactly("password");
        assertThat(faults(me.put("/api/v1/members/me/password", "{\"old\":\"" + People.PASSWORD + "\"}")))
                .containsExactly("password");
        assertThat(signedInBrowser(People.PASSWORD).get("/me")).hasStatusOk();
    }

    @Test
    @DisplayName("the same change twice is refused: the old password is the new one by then")
    void theSameChangeTwiceIsRefused() {
        assertThat(change(People.PASSWORD, ANOTHER)).hasStatus(204);
        assertThat(faults(change(People.PASSWORD, ANOTHER))).containsExactly("old");
        assertThat(signedInBrowser(ANOTHER).get("/me")).hasStatusOk();
    }

    @Test
    @DisplayName("A-70 the eleventh guess at the current password waits, on the page and here together")
    void guessesAreCounted() {
        for (int i = 0; i < 10; i++) {
            assertThat(faults(change("guess " + i, ANOTHER))).containsExactly("old");
        }
        assertThat(change(People.PASSWORD, ANOTHER)).hasStatus(429);
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        assertThat(browser.post("/sign-in/password", Map.of("phone", phone, "password", People.PASSWORD)))
                .hasStatus(429);
    }

    @Test
    @DisplayName("whoever has no password sets one without an old one")
    void aFirstPasswordNeedsNoOldOne() {
        jdbc.sql("update member set password_hash = null where phone = ?")
                .param(phone)
                .update();
        assertThat(ApiClient.<Boolean>read(me.get("/api/v1/members/me"), "$.hasPassword"))
                .isFalse();
        assertThat(me.put("/api/v1/members/me/password", "{\"password\":\"" + ANOTHER + "\"}"))
                .hasStatus(204);
        assertThat(signedInBrowser(ANOTHER).get("/me")).hasStatusOk();
    }

    @Test
    @DisplayName("a password is kept nowhere as it was typed, with a key or without")
    void aPasswordIsKeptNowhere() {
        var chosen = "lantern boat " + UUID.randomUUID();
        assertThat(change(People.PASSWORD, chosen)).hasStatus(204);
        assertThat(Stored.whole(chosen, jdbc)).isFalse();
    }

    private MvcTestResult change(String old, String password) {
        return me.put("/api/v1/members/me/password", "{\"old\":\"%s\",\"password\":\"%s\"}".formatted(old, password));
    }

    private static List<String> faults(MvcTestResult refused) {
        assertThat(refused).hasStatus(400);
        return ApiClient.read(refused, "$.errors[*].field");
    }

    private Browser signedInBrowser(String password) {
        var browser = new Browser(mvc);
        browser.get("/sign-in?with=password");
        browser.post("/sign-in/password", Map.of("phone", phone, "password", password));
        browser.get("/me");
        return browser;
    }
}
