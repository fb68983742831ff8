package tuanju.pickup.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Visitor;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class PickupPagesTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Cycle cycle;

    @BeforeEach
    void orderThree() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        neighbourhood.order(
                cycle, new Wish("86", "701", "马仁毅", 2), new Wish("3", "1701", "邬肖任", 1), new Wish("", "", "丁倍卫", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-room", "by-product", "by-building"})
    void aListShowsItsSumsAndNoFullNumber(String arrangement) throws Exception {
        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/" + arrangement))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("与订单一致：3 户 · 4 行 · 6 件 · ¥439.80")))
                .andExpect(content().string(containsString("楼号不明")))
                .andExpect(content()
                        .string(not(org.hamcrest.Matchers.matchesRegex("(?s).*[^0-9]1[3-9][0-9]{9}[^0-9].*"))));
    }

    @Test
    void aListCanBeNarrowedToOneBuilding() throws Exception {
        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/by-room").param("building", "86"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("701")))
                .andExpect(content().string(not(containsString("1701"))));
    }

    @Test
    void theListAsJsonSaysWhatItAddsUpTo() throws Exception {
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/by-room"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.checkSum.lines").value(4))
                .andExpect(jsonPath("$.checkSum.pieces").value(6))
                .andExpect(jsonPath("$.checkSum.amountFen").value(43980))
                .andExpect(jsonPath("$.sections[0].title").value(""))
                .andExpect(jsonPath("$.sections[1].title").value("3"))
                .andExpect(jsonPath("$.sections[2].groups[0].bag.people").value("马**"))
                .andExpect(jsonPath("$.sections[2].groups[0].lines[0].building").value("86"));
    }

    @Test
    void aListIsPrintedAndSaved() throws Exception {
        var pdf = asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/by-product.pdf"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn();
        var text = new PdfTextExtractor(new PdfReader(pdf.getResponse().getContentAsByteArray())).getTextFromPage(1);
        assertThat(text).contains("周一水果团", "核对 4 行 · 6 件 · ¥439.80", "陈团长");
        var xlsx = asLeader(get("/lead/cycles/" + cycle.code() + "/lists/by-room.xlsx"))
                .andExpect(status().isOk())
                .andReturn();
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx.getResponse().getContentAsByteArray()))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(6);
        }
        asLeader(get("/api/v1/cycles/" + cycle.code() + "/labels/by-piece.pdf").param("paper", "a4"))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-room", "by-product", "by-building"})
    @DisplayName("W-21 whoever adds up a money column of the workbook gets what the books say")
    void theColumnsOfTheWorkbookAddUpToTheBooks(String arrangement) throws Exception {
        var saved = asLeader(get("/api/v1/cycles/" + cycle.code() + "/lists/" + arrangement + ".xlsx")
                        .header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andReturn();
        Map<String, Object> books = jdbc.sql("""
                        select sum(d.here_fen + d.to_leader_fen + d.open_fen) as cost, sum(d.to_leader_fen) as leader,
                            sum(d.open_fen) as open
                        from order_due d join orders o on o.community_id = d.community_id and o.id = d.order_id
                        where o.source_id = ?
                        """).param(cycle.id()).query().singleRow();
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(saved.getResponse().getContentAsByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(columnSum(rows, "金额（元）")).isEqualByComparingTo(yuan(books.get("cost")));
            assertThat(columnSum(rows, "付给团长（元）")).isEqualByComparingTo(yuan(books.get("leader")));
            assertThat(rows.getFirst().stream().map(Cell::getText).toList())
                    .as("nothing is paid here or open: no columns of nothing")
                    .doesNotContain("没付（元）", "在这里付的（元）");
            assertThat(books.get("open")).hasToString("0");
        }
    }

    /** What a spreadsheet says of a column's cells; its own last row says the same. */
    private static BigDecimal columnSum(List<Row> rows, String name) {
        int column = rows.getFirst().stream().map(Cell::getText).toList().indexOf(name);
        var lines = rows.subList(1, rows.size() - 1);
        var sum = lines.stream()
                .flatMap(row -> row.getCellAsNumber(column).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rows.getLast().getCellAsNumber(column).orElseThrow()).isEqualByComparingTo(sum);
        return sum;
    }

    private static BigDecimal yuan(Object fen) {
        return new BigDecimal(fen.toString()).movePointLeft(2);
    }

    @Test
    void theListSpeaksEnglishToo() throws Exception {
        asLeader(get("/lead/cycles/" + cycle.code() + "/lists/by-building").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(not(containsString("提货"))));
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        var signedIn = led.signedIn();
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(signedIn)));
    }
}
