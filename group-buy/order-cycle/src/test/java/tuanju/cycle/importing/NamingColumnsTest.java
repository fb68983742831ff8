package tuanju.cycle.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.export.OtherTool;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** The export of another tool: its leader is asked once what the columns mean, and it is remembered for the headers. */
@ModuleTest
class NamingColumnsTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private CycleImporting importing;

    @Autowired
    private NamingColumns naming;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private OrderBook book;

    @Autowired
    private MockMvc mvc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void open() {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
    }

    @Test
    void isAskedForTheColumnsOnceAndRemembersThem() throws Exception {
        upload("/lead/cycles/" + cycle.code() + "/imports", OtherTool.export());
        var asked = naming.asked(cycle).orElseThrow();
        assertThat(importing.latest(cycle)).isEmpty();
        asLeader(get("/lead/cycles/" + cycle.code() + "/import"))
                .andExpect(content().string(containsString("id=\"columns\"")))
                .andExpect(content().string(containsString("每件价格")));

        name(asked.id()).andExpect(status().is3xxRedirection());

        var preview = importing.latest(cycle).orElseThrow();
        assertThat(preview.totals().orders()).isEqualTo(2);
        assertThat(preview.differences()).hasSize(1);
        var taken = importing.take(home.leader(), cycle.code(), asked.id(), Map.of());
        assertThat(taken.imported()).isEqualTo(2);
        assertThat(orders(cycle)).extracting(OrderSheet::recipient).containsExactlyInAnyOrder("温岚", "石磊");

        var next = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        upload("/lead/cycles/" + next.code() + "/imports", OtherTool.export());
        assertThat(importing.latest(next).orElseThrow().totals().orders()).isEqualTo(2);
        asLeader(get("/lead/cycles/" + next.code() + "/import"))
                .andExpect(content().string(not(containsString("id=\"columns\""))));
    }

    @Test
    void aNewCycleWaitsAsADraftUntilTheColumnsAreNamed() throws Exception {
        var page = upload("/lead/imports", OtherTool.export())
                .andExpect(redirectedUrlPattern("/lead/cycles/*/import"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        var code = new Code(String.valueOf(page).split("/")[3]);
        var draft = cycles.ledBy(home.leader(), code);
        assertThat(draft.status()).isEqualTo(CycleStatus.DRAFT);
        assertThat(draft.title()).isEqualTo("别家的订单");

        var asked = naming.asked(draft).orElseThrow();
        mvcName(code, asked.id());
        importing.take(home.leader(), code, asked.id(), Map.of());

        assertThat(orders(draft)).hasSize(2);
    }

    @Test
    void refusesColumnsThatMakeNoOrderAndKeepsNothing() throws Exception {
        upload("/lead/cycles/" + cycle.code() + "/imports", OtherTool.export());
        var asked = naming.asked(cycle).orElseThrow();

        asLeader(post("/lead/cycles/" + cycle.code() + "/imports/" + asked.id() + "/columns")
                        .param("column-0", "NAME"))
                .andExpect(status().is3xxRedirection());

        assertThat(importing.latest(cycle)).isEmpty();
        assertThat(naming.asked(cycle)).isPresent();
    }

    @Test
    void columnsCanBeNamedAnewUntilTheOrdersAreIn() throws Exception {
        upload("/lead/cycles/" + cycle.code() + "/imports", OtherTool.export());
        var asked = naming.asked(cycle).orElseThrow();
        name(asked.id());
        assertThat(naming.asked(cycle)).isPresent();

        importing.take(home.leader(), cycle.code(), asked.id(), Map.of());

        assertThat(naming.asked(cycle)).isEmpty();
    }

    private ResultActions name(UUID file) throws Exception {
        return mvcName(cycle.code(), file);
    }

    private ResultActions mvcName(Code code, UUID file) throws Exception {
        var request = post("/lead/cycles/" + code + "/imports/" + file + "/columns");
        var meanings = List.of("NAME", "PHONE", "ADDRESS", "PRODUCT", "SPEC", "QUANTITY", "PRICE", "NOTE");
        for (int at = 0; at < meanings.size(); at++) {
            request.param("column-" + at, meanings.get(at));
        }
        return asLeader(request);
    }

    private ResultActions upload(String url, byte[] file) throws Exception {
        return asLeader(
                multipart(url).file(new MockMultipartFile("file", "别家的订单.xlsx", "application/octet-stream", file)));
    }

    private List<OrderSheet> orders(CycleCard of) {
        return book.expectedOf(of.community(), of.id());
    }

    private ResultActions asLeader(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(home.leader(), "王姐", false))));
    }
}
