package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.WebTest;
import tuanju.cycle.export.SampleExport;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;

/** A leader's double tap on taking an import in. */
@WebTest
class ImportTwiceTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleOpening opening;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("W-02 an import taken in twice with one key is taken in once and answered the same twice")
    void anImportTakenInTwiceIsAnsweredTheSame() {
        var home = neighbourhoods.found(1);
        var page = "/lead/cycles/" + opened(home).code();
        assertThat(mvc.post()
                        .uri(page + "/imports")
                        .multipart()
                        .file("file", SampleExport.bytes())
                        .with(me(home))
                        .with(csrf())
                        .exchange())
                .hasStatus(302);
        var file = jdbc.sql("select id from cycle_import where community_id = ?")
                .param(home.id().value())
                .query(UUID.class)
                .single();

        var first = take(home, page + "/imports/" + file + "/orders");
        int orders = orders(home);
        var second = take(home, page + "/imports/" + file + "/orders");

        assertThat(first).hasStatus(302).hasRedirectedUrl(page);
        assertThat(second).hasStatus(302).hasRedirectedUrl(page);
        assertThat(said(second)).isEqualTo(said(first)).isNotEmpty();
        assertThat(orders(home)).isEqualTo(orders).isPositive();
    }

    private CycleCard opened(Neighbourhood home) {
        return opening.open(home.leader(), home.id(), CycleRound.eggs(home));
    }

    private MvcTestResult take(Neighbourhood home, String path) {
        return mvc.post()
                .uri(path)
                .param("commandKey", "one-tap")
                .with(me(home))
                .with(csrf())
                .exchange();
    }

    private static String said(MvcTestResult answer) {
        return String.valueOf(answer.getMvcResult().getFlashMap().get("flashOk"));
    }

    private static RequestPostProcessor me(Neighbourhood home) {
        var leader = new SignedIn(home.leader(), "团长", false);
        return authentication(new UsernamePasswordAuthenticationToken(leader, null, List.of()));
    }

    private int orders(Neighbourhood home) {
        return jdbc.sql("select count(*) from orders where community_id = ?")
                .param(home.id().value())
                .query(Integer.class)
                .single();
    }
}
