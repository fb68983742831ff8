package tuanju.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Statements;
import support.Visitor;
import tuanju.chain.Chains;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;

@ModuleTest
@DisplayName("W-54 a leader's page of households")
class HouseholdPagesTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private CycleRound round;

    @Autowired
    private ListableBeanFactory program;

    @Autowired
    private Statements statements;

    @Autowired
    private MockMvc mvc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
    }

    private void order(int households) {
        Chains.take(program, home, cycle, Chains.households(households));
    }

    @Test
    @DisplayName("of 500: at most 60 kB, six statements, and as many when one types")
    void aLargeCycleIsSmall() throws Exception {
        order(500);
        lead(get(page()));

        var sent = statements.ofThisThread(() -> lead(get(page())));
        var typed = statements.ofThisThread(() -> lead(get(page() + "/list").param("q", "5-602")));

        // whoever has no session yet is given one
        assertThat(sent).filteredOn(it -> !it.contains("SPRING_SESSION")).hasSizeLessThanOrEqualTo(6);
        assertThat(typed).hasSizeLessThanOrEqualTo(6);
        assertThat(html(get(page())).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
    }

    @Test
    void findsOneByItsDoorAndOpensIt() throws Exception {
        order(60);
        lead(get(page() + "/list").param("q", "1-601").param("chip", "UNPAID"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(Chains.name(5))));
        var row = html(get(page() + "/list").param("q", "1-601"));
        var key = row.replaceAll("(?s).*id=\"h-([0-9A-Z]{14})\".*", "$1");

        lead(get(page()).param("open", key))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("鸡蛋")))
                .andExpect(content().string(containsString("households-open")));
    }

    @Test
    void goesOnByALinkWithoutScript() throws Exception {
        order(60);
        var first = html(get(page()).param("sort", "LATEST"));
        assertThat(first).contains("rel=\"next\"");
        var next = first.replaceAll("(?s).*rel=\"next\"\\s+href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");

        var second = html(get(URI.create(next)));

        assertThat(second.split("class=\"household\"", -1)).hasSize(11);
        assertThat(second).doesNotContain("rel=\"next\"");
    }

    @Test
    void anActOnManyGoesOverAllThatMatchAndIsTakenBackByTheBar() throws Exception {
        order(60);
        lead(post(page() + "/payments")
                        .with(csrf())
                        .params(seen())
                        .param("way", "CASH")
                        .param("all", "true")
                        .param("chip", "UNPAID"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl(page() + "?chip=UNPAID"))
                .andExpect(flash().attribute("doneHouseholds", 30));
        lead(get(rest()).param("chip", "UNPAID"))
                .andExpect(jsonPath("$.totals.households").value(0));
    }

    @Test
    void whatIsSentTwiceIsDoneOnceAndAnsweredTwice() throws Exception {
        order(4);
        var key = UUID.randomUUID().toString();
        var fields = seen();
        for (int twice = 0; twice < 2; twice++) {
            lead(post(page() + "/payments")
                            .with(csrf())
                            .params(fields)
                            .param("commandKey", key)
                            .param("way", "CASH")
                            .param("all", "true")
                            .param("chip", "UNPAID"))
                    .andExpect(flash().attribute("doneHouseholds", 2));
        }
    }

    @Test
    void piecesAreTakenOffOneOrderByItsPage() throws Exception {
        order(4);
        var row = html(get(page() + "/list").param("q", "1-301"));
        var key = row.replaceAll("(?s).*id=\"h-([0-9A-Z]{14})\".*", "$1");
        var one = html(get(page()).param("open", key));
        var product = one.replaceAll("(?s).*name=\"product\" value=\"([0-9a-f-]{36})\".*", "$1");
        lead(post(page() + "/pieces")
                        .with(csrf())
                        .param("order", key)
                        .param("product", product)
                        .param("pieces", "2")
                        .param("open", key))
                .andExpect(redirectedUrl(page() + "?open=" + key))
                .andExpect(flash().attributeExists("flashOk"));
        lead(get(rest()).param("q", "1-301"))
                .andExpect(jsonPath("$.totals.pieces").value(2));
    }

    @Test
    void nobodyIsNoReasonToActOnAll() throws Exception {
        order(4);
        lead(post(page() + "/payments").with(csrf()).param("way", "CASH"))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("flashError"));
        lead(get(rest()).param("chip", "UNPAID"))
                .andExpect(jsonPath("$.totals.households").value(2));
    }

    @Test
    @DisplayName("W-50 at the desk a door finds a household of whatever cycle, and its bag opens there")
    void oneSearchForTheDeskToo() throws Exception {
        order(12);
        assertThat(html(get("/lead/desk/households"))).contains("在路上").doesNotContain("待取");
        round.arriveToday(cycle);
        assertThat(html(get("/lead/desk/households"))).contains("待取").doesNotContain("在路上");
        lead(post("/lead/desk/codes").with(csrf()).param("pickupCode", "1-601"))
                .andExpect(redirectedUrl("/lead/desk/households?q=1-601"));
        var found = html(get("/lead/desk/households").param("q", "1-601"));

        assertThat(found).contains("1-601", "王**").doesNotContain(Chains.name(5), "1-701");
        var bag = found.replaceAll("(?s).*href=\"(/lead/desk/bags/[0-9A-Z]{14})\".*", "$1");
        lead(get(bag)).andExpect(status().isOk());
        lead(get("/lead/desk/households/list")).andExpect(status().isOk());
        as(home.member(0), get("/lead/desk/households")).andExpect(status().isNotFound());
    }

    @Test
    void tellsWhatWasDoneLast() throws Exception {
        order(4);
        lead(get(page() + "/last")).andExpect(content().string(containsString("data-state")));
    }

    @Test
    void programsReadTheSame() throws Exception {
        order(60);
        lead(get(rest()).param("chip", "UNPAID"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.households.length()").value(30))
                .andExpect(jsonPath("$.counts.UNPAID").value(30))
                .andExpect(jsonPath("$.totals.households").value(30))
                .andExpect(jsonPath("$.next").doesNotExist());
        lead(get(rest()))
                .andExpect(jsonPath("$.households.length()").value(50))
                .andExpect(jsonPath("$.next").isString());
    }

    @Test
    void refusesWhatNobodyCanType() throws Exception {
        lead(get(rest()).param("q", "一".repeat(61))).andExpect(status().isBadRequest());
        lead(get(rest()).param("chip", "NOTHING")).andExpect(status().isBadRequest());
        lead(get(page()).param("q", "一".repeat(61))).andExpect(status().isBadRequest());
    }

    @Test
    void isTheLeadersAlone() throws Exception {
        for (var path : new String[] {page(), page() + "/list", rest()}) {
            as(home.member(0), get(path)).andExpect(status().isNotFound());
        }
    }

    /** As the form says what of all that are not paid its reader saw. */
    private MultiValueMap<String, String> seen() {
        var page = html(get(page()).param("chip", "UNPAID"));
        var seen = new LinkedMultiValueMap<String, String>();
        for (var field : new String[] {"households", "openFen"}) {
            seen.add(field, page.replaceAll("(?s).*name=\"" + field + "\" value=\"(\\d+)\".*", "$1"));
        }
        return seen;
    }

    private String page() {
        return "/lead/cycles/" + cycle.code() + "/households";
    }

    private String rest() {
        return "/api/v1/cycles/" + cycle.code() + "/households";
    }

    private String html(MockHttpServletRequestBuilder request) {
        return new String(lead(request).andReturn().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private ResultActions lead(MockHttpServletRequestBuilder request) {
        return as(home.leader(), request);
    }

    private ResultActions as(MemberId who, MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request.locale(Locale.CHINA).with(Visitor.signedIn(new SignedIn(who, "团长", false))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
