package tuanju.cycle.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.export.ExportFile;
import tuanju.cycle.export.OtherTool;
import tuanju.cycle.importing.CycleImports.Upload;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** What a leader does with an export on the page, step by step, their program does too. */
@ModuleTest
@DisplayName("W-42")
class ImportResourcesTest {

    private static final List<String> NAMES = List.of("顾客", "联系手机", "门牌", "货品名称", "口味", "件数", "每件价格", "捎句话");
    private static final List<String> MEANINGS =
            List.of("NAME", "PHONE", "ADDRESS", "PRODUCT", "SPEC", "QUANTITY", "PRICE", "NOTE");

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private CycleImporting importing;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private OrderBook book;

    @Autowired
    private MockMvc mvc;

    private Neighbourhood home;
    private CycleCard cycle;
    private String imports = "";

    @BeforeEach
    void open() {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        imports = "/api/v1/cycles/" + cycle.code() + "/imports";
    }

    @Test
    @DisplayName("another tool's file is kept, its columns are named, and its orders are taken in once")
    void namesTheColumnsAndTakesTheOrdersIn() throws Exception {
        var file = kept(OtherTool.export());
        asLeader(get(file))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.orders").value(0))
                .andExpect(jsonPath("$.columns[0].name").value("顾客"))
                .andExpect(jsonPath("$.columns[0].means").value("NAME"))
                .andExpect(jsonPath("$.columns[3].samples[0]").value("奶酪"));

        for (int twice = 0; twice < 2; twice++) {
            asLeader(sent(put(file + "/columns"), named(NAMES, MEANINGS)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.orders").value(2))
                    .andExpect(jsonPath("$.columns[6].means").value("PRICE"));
        }
        assertThat(orders(cycle)).isEmpty();

        asLeader(keyed(sent(post(file + "/orders"), "{}"), "one"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(2));
        asLeader(keyed(sent(post(file + "/orders"), "{}"), "one"))
                .andExpect(header().string("Idempotent-Replayed", "true"))
                .andExpect(jsonPath("$.imported").value(2));
        asLeader(keyed(sent(post(file + "/orders"), "{}"), "two"))
                .andExpect(jsonPath("$.imported").value(0))
                .andExpect(jsonPath("$.known").value(2));
        assertThat(orders(cycle)).extracting(OrderSheet::recipient).containsExactlyInAnyOrder("温岚", "石磊");

        asLeader(sent(put(file + "/columns"), named(NAMES, MEANINGS)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("收进来了")));
    }

    @Test
    @DisplayName(
            "a column named twice, two of one meaning, one that is not there and too few are refused; nothing is kept")
    void refusesColumnsThatCannotBe() throws Exception {
        var file = kept(OtherTool.export());
        var twice = Stream.concat(NAMES.stream(), Stream.of("顾客")).toList();
        var twiceMeant = Stream.concat(MEANINGS.stream(), Stream.of("NOTE")).toList();
        refusesColumns(file, named(twice, twiceMeant), "顾客");
        refusesColumns(
                file, named(List.of("顾客", "口味", "货品名称", "件数"), List.of("NAME", "NAME", "PRODUCT", "QUANTITY")), "口味");
        refusesColumns(file, named(List.of("顾客", "没有的", "件数"), List.of("NAME", "PRODUCT", "QUANTITY")), "没有这样的列");
        refusesColumns(file, named(List.of("顾客"), List.of("NAME")), "至少");
        asLeader(get(file)).andExpect(jsonPath("$.orders").value(0));
        asLeader(sent(post(file + "/orders"), "{}")).andExpect(status().isUnprocessableContent());
        assertThat(orders(cycle)).isEmpty();
    }

    @Test
    @DisplayName("the door of an unclear row is put right before its order is taken in")
    void putsADoorRightBeforehand() throws Exception {
        var file = kept(unclear());
        var order = read(asLeader(get(file)), "$.rows[0].order");
        asLeader(sent(post(file + "/orders"), doors(door(order, "86"))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.imported").value(1));
        assertThat(orders(cycle)).singleElement().satisfies(it -> {
            assertThat(it.address().door().withoutLane().shown()).isEqualTo("86-801");
            assertThat(it.address().origin()).isEqualTo("by-hand");
        });
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/looks"))
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    @DisplayName("a door of no order of the file, of one order twice, or too long is refused, and nothing is taken in")
    void refusesDoorsThatCannotBe() throws Exception {
        var file = kept(unclear());
        var order = read(asLeader(get(file)), "$.rows[0].order");
        refusesDoors(file, doors(door("nobody", "86")), "doors");
        refusesDoors(file, doors(door(order, "86"), door(order, "87")), "doors");
        refusesDoors(file, doors(door(order, "8".repeat(41))), "doors[0].building");
        assertThat(orders(cycle)).isEmpty();
    }

    @Test
    @DisplayName("an address that was asked about is settled as it is, as often as it is said")
    void settlesALook() throws Exception {
        var looks = "/api/v1/cycles/" + cycle.code() + "/looks";
        asLeader(sent(post(kept(unclear()) + "/orders"), "{}")).andExpect(status().isOk());
        var before = orders(cycle).getFirst();
        asLeader(get(looks))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].order").value(before.code().value()))
                .andExpect(jsonPath("$[0].lines[0].written").value("某路500弄"));

        mvc.perform(delete(looks + "/" + before.code())
                        .with(as(neighbourhoods.found(1).leader()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        for (int twice = 0; twice < 2; twice++) {
            asLeader(delete(looks + "/" + before.code())).andExpect(status().isNoContent());
        }
        asLeader(get(looks)).andExpect(jsonPath("$.length()").value(0));
        assertThat(orders(cycle).getFirst().address()).isEqualTo(before.address());
        asLeader(delete(looks + "/" + home.id().value())).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("a file begins a cycle of its own, and the same file again leads to that cycle")
    void beginsACycle() throws Exception {
        var export = OtherTool.export();
        var begun = begin(export, "one")
                .andExpect(status().isCreated())
                .andExpect(header().string(
                                "Location", matchesPattern("/api/v1/cycles/[0-9A-Z]{14}/imports/[0-9a-f-]{36}")));
        var code = read(begun, "$.cycle");
        assertThat(cycles.ledBy(home.leader(), new Code(code)).status()).isEqualTo(CycleStatus.DRAFT);

        begin(export, "one")
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotent-Replayed", "true"))
                .andExpect(jsonPath("$.cycle").value(code));
        begin(export, "two")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cycle").value(code));
        assertThat(cycles.of(home.leader())).hasSize(2);

        var file = String.valueOf(begun.andReturn().getResponse().getHeader("Location"));
        asLeader(sent(put(file + "/columns"), named(NAMES, MEANINGS))).andExpect(status().isOk());
        asLeader(sent(post(file + "/orders"), "{}"))
                .andExpect(jsonPath("$.imported").value(2));
        assertThat(cycles.byCode(new Code(code)).status()).isEqualTo(CycleStatus.CLOSED);
    }

    @Test
    @DisplayName("what is no export, another's point and another's community begin nothing")
    void refusesToBegin() throws Exception {
        begin("下单人,商品".getBytes(StandardCharsets.UTF_8), "text").andExpect(status().isUnsupportedMediaType());
        asLeader(upload("/api/v1/imports", unclear())
                        .param("pickupPoint", UUID.randomUUID().toString()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("pickupPoint"));
        asLeader(upload("/api/v1/imports", unclear()).param("community", "ZZZZ"))
                .andExpect(status().isNotFound());
        mvc.perform(upload("/api/v1/imports", unclear())
                        .with(as(home.member(0)))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(cycles.of(home.leader())).hasSize(1);
    }

    @Test
    @DisplayName("W-02 one file brought four times at once begins one cycle")
    void fourTapsBeginOneCycle() throws Exception {
        var file = new Upload("a.xlsx", unclear());
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var taps = Stream.generate(() -> pool.submit(() -> {
                        start.await();
                        return importing.uploadNew(home.leader(), home.id(), file);
                    }))
                    .limit(4)
                    .toList();
            start.countDown();
            for (var tap : taps) {
                assertThat(tap.get()).isNotNull();
            }
        }
        assertThat(cycles.of(home.leader())).hasSize(2);
    }

    private static byte[] unclear() {
        return ExportFile.empty().line("甲", 1, "梨", 1, "20", "20", "某路500弄").bytes();
    }

    private String kept(byte[] file) throws Exception {
        var answer = asLeader(upload(imports, file).param("take", "false")).andExpect(status().isCreated());
        var place = String.valueOf(answer.andReturn().getResponse().getHeader("Location"));
        assertThat(place).isEqualTo(imports + "/" + read(answer, "$.id"));
        return place;
    }

    private ResultActions begin(byte[] file, String key) throws Exception {
        return asLeader(upload("/api/v1/imports", file).header("Idempotency-Key", key));
    }

    private static AbstractMockHttpServletRequestBuilder<?> upload(String uri, byte[] file) {
        return multipart(uri).file(new MockMultipartFile("file", "订单.xlsx", "application/octet-stream", file));
    }

    private void refusesColumns(String file, String body, String word) throws Exception {
        asLeader(sent(put(file + "/columns"), body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("columns"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString(word)));
    }

    private void refusesDoors(String file, String body, String field) throws Exception {
        asLeader(sent(post(file + "/orders"), body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    private static String named(List<String> names, List<String> meanings) {
        var columns = Stream.iterate(0, it -> it < names.size(), it -> it + 1)
                .map(it -> "{\"name\":\"%s\",\"means\":\"%s\"}".formatted(names.get(it), meanings.get(it)))
                .toList();
        return "{\"columns\":[" + String.join(",", columns) + "]}";
    }

    private static String door(String order, String building) {
        return "{\"order\":\"%s\",\"building\":\"%s\",\"room\":\"801\"}".formatted(order, building);
    }

    private static String doors(String... doors) {
        return "{\"doors\":[" + String.join(",", doors) + "]}";
    }

    private static String read(ResultActions answer, String path) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), path);
    }

    private static MockHttpServletRequestBuilder sent(MockHttpServletRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json);
    }

    private static MockHttpServletRequestBuilder keyed(MockHttpServletRequestBuilder request, String key) {
        return request.header("Idempotency-Key", key);
    }

    private List<OrderSheet> orders(CycleCard of) {
        return book.expectedOf(of.community(), of.id());
    }

    private ResultActions asLeader(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(as(home.leader())).with(csrf()));
    }

    private static RequestPostProcessor as(MemberId who) {
        return Visitor.signedIn(new SignedIn(who, "王姐", false));
    }
}
