package tuanju.chain.settling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Together;
import support.Visitor;
import tools.jackson.databind.json.JsonMapper;
import tuanju.chain.ChainPaste;
import tuanju.chain.ChainTaking;
import tuanju.command.Invalid;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;

/** A pasted list of transfers says who has paid: each transfer once, only where it is beyond doubt, and it can be undone. */
@ModuleTest
class TransfersTest {

    private static final String ORDERS = """
        1. 温岚 3-501 鸡蛋2
        2. 石磊 5-302 鸡蛋1
        3. 于娜 6-101 鸡蛋3
        4. 小艾 7-202 鸡蛋1
        """;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking lists;

    @Autowired
    private TransferTaking transfers;

    @Autowired
    private ChainDues dues;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JsonMapper json;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void openACycleWithFourOrders() {
        home = neighbourhoods.found(1);
        cycle = withOrders(ORDERS);
    }

    @Test
    void notesWhoHasPaidWhereAmountAndNameAreTheSame() {
        var view =
                paste("温岚 59.80 11-27 12:01\n石磊 29.90 11-27 12:02\n于娜 30.00 11-27 12:03\n路人 5.00 11-27 12:04\n小艾 转了");

        assertThat(view.noted()).extracting(it -> it.sent().from()).containsExactly("温岚", "石磊");
        assertThat(view.asked()).extracting(it -> it.sent().from()).containsExactly("于娜");
        assertThat(view.nobodys()).hasSize(1);
        assertThat(view.unreadable()).hasSize(1);
        assertThat(unpaid()).containsExactlyInAnyOrder("于娜", "小艾");
    }

    @Test
    void theSameTransferPastedTwiceIsRecognised() {
        paste("石磊 29.90 11-27 12:02");
        var again = paste("温岚 59.80 11-27 12:01\n石磊 29.90 11-27 12:02\n石磊 29.90 11-27 12:02");

        assertThat(again.known()).isEqualTo(1);
        assertThat(again.fresh()).isEqualTo(1);
        // one more of the same minute is a second transfer, and pays nobody by itself
        assertThat(again.asked()).hasSize(1);
        assertThat(unpaid()).containsExactlyInAnyOrder("于娜", "小艾");
        assertThat(paste("石磊 29.90 11-27 12:02\n石磊 29.90 11-27 12:02").fresh()).isZero();
        assertThat(count("transfer")).isEqualTo(3);
    }

    @Test
    void aBillKnowsItsTransfersByTheirNumbers() {
        var head = "微信支付账单明细\n交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n";
        var line = "2026-11-27 12:02:07,转账,石磊,/,收入,¥29.90,/,已存入零钱,10000500012026%s,/,/\n";
        paste("石磊 29.90 11-27 12:02");

        var bill = paste(head + line.formatted("0001") + line.formatted("0002"));

        assertThat(bill.known()).isEqualTo(1);
        assertThat(count("transfer")).isEqualTo(2);
        assertThat(paste(head + line.formatted("0002") + line.formatted("0001")).fresh())
                .isZero();
        assertThat(count("transfer")).isEqualTo(2);
    }

    @Test
    void theLeaderIsAskedWhenTwoFitAndAnswers() {
        lists("5. 石磊 8-101 鸡蛋1");
        var view = paste("石磊 29.90 11-27 12:02");
        var asked = view.asked().getFirst();
        var second = asked.choices().stream()
                .filter(due -> due.door().building().equals("8"))
                .findFirst()
                .orElseThrow();

        transfers.use(home.leader(), cycle.code(), view.id(), asked.sent().id(), second.guest());

        assertThat(dues.open(cycle))
                .extracting(due -> due.door().building())
                .contains("5")
                .doesNotContain("8");
        assertThat(transfers.view(cycle, view.id()).noted()).allMatch(TransferView.Noted::byHand);
    }

    @Test
    void anOrderOfAnotherAmountIsRefused() {
        var view = paste("温岚 30.00 11-27 12:01");
        var asked = view.asked().getFirst();

        assertThatThrownBy(() -> transfers.use(
                        home.leader(),
                        cycle.code(),
                        view.id(),
                        asked.sent().id(),
                        asked.alike().getFirst().guest()))
                .isInstanceOf(Invalid.class);
        assertThat(unpaid()).contains("温岚");
    }

    @Test
    void eachTransferIsUsedOnce() {
        lists("5. 石磊 8-101 鸡蛋1");
        var view = paste("石磊 29.90 11-27 12:02");
        var asked = view.asked().getFirst();
        var tries = asked.choices().stream()
                .filter(due -> due.name().equals("石磊"))
                .map(due -> Together.act(() -> transfers.use(
                        home.leader(), cycle.code(), view.id(), asked.sent().id(), due.guest())))
                .toList();

        assertThat(Together.run(tries)).filteredOn(Together.Outcome::succeeded).hasSize(1);

        assertThat(unpaid()).containsExactlyInAnyOrder("温岚", "石磊", "于娜", "小艾");
        var guest = dues.open(cycle).getFirst().guest();
        assertThatThrownBy(() -> jdbc.sql("""
            insert into transfer_use
                (community_id, id, transfer_id, cycle_id, guest_id, taken_id, by_hand, used_by)
            values (?, ?, ?, ?, ?, uuidv7(), true, ?)
            """)
                        .params(
                                cycle.community().value(),
                                UUID.randomUUID(),
                                asked.sent().id())
                        .params(cycle.id(), guest, home.leader().value())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aTransferThatPaidInOneCyclePaysInNoOther() {
        paste("石磊 29.90 11-27 12:02");
        var first = cycle;
        cycle = withOrders("1. 石磊 5-302 鸡蛋1\n");

        var view = paste("石磊 29.90 11-27 12:02");

        assertThat(view.elsewhere()).hasSize(1);
        assertThat(unpaid()).containsExactly("石磊");
        // without a day nobody can say that it is the same
        assertThat(paste("石磊 29.90").noted()).hasSize(1);
        assertThat(dues.open(first)).extracting(due -> due.name()).doesNotContain("石磊");
    }

    @Test
    void oneUseOrAllOfATextCanBeUndone() {
        var view = paste("温岚 59.80 11-27 12:01\n石磊 29.90 11-27 12:02\n于娜 89.70 11-27 12:03");
        transfers.undo(
                home.leader(),
                cycle.code(),
                view.id(),
                view.noted().getFirst().sent().id());
        assertThat(unpaid()).containsExactlyInAnyOrder("温岚", "小艾");
        assertThat(transfers.view(cycle, view.id()).asked()).hasSize(1);

        assertThat(transfers.undo(home.leader(), cycle.code(), view.id())).isEqualTo(2);

        assertThat(unpaid()).containsExactlyInAnyOrder("温岚", "石磊", "于娜", "小艾");
        assertThat(paste("石磊 29.90 11-27 12:02").noted()).hasSize(1);
    }

    @Test
    void ofAThousandLinesHalfOfWhichCannotBeReadNothingIsLost() {
        var text = IntStream.range(0, 1000)
                .mapToObj(at -> at % 2 == 0 ? "邻居" + at + " 已转" : "路人" + at + " 5.00 11-27 12:01")
                .collect(Collectors.joining("\n"));

        var view = paste(text + "\n石磊 29.90 11-27 12:02");

        assertThat(view.unreadable()).hasSize(500);
        assertThat(view.nobodys()).hasSize(500);
        assertThat(view.noted()).hasSize(1);
    }

    @Test
    void programsPasteAnswerAndUndo() throws Exception {
        var url = "/api/v1/cycles/" + cycle.code() + "/transfers";
        var pasted = json.readTree(asLeader(post(url)
                        .header("Idempotency-Key", "paste" + cycle.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(Map.of("text", "温岚 59.80 11-27 12:01\n谁 89.70\n?"))))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.noted[0].guest.name").value("温岚"))
                .andExpect(jsonPath("$.unreadable[0].reason").value("no-amount"))
                .andReturn()
                .getResponse()
                .getContentAsString());
        var list = url + "/" + pasted.get("id").asString() + "/uses";
        var asked = pasted.get("asked").get(0);
        var answer = Map.of(
                "transfer", asked.get("transfer").get("id").asString(),
                "guest", asked.get("choices").get(0).get("id").asString());

        asLeader(post(list)
                        .header("Idempotency-Key", "use" + cycle.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(answer)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.noted.length()").value(2));
        asLeader(delete(list + "/" + answer.get("transfer")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.noted.length()").value(1));
        asLeader(delete(list)).andExpect(jsonPath("$.noted.length()").value(0));
        assertThat(unpaid()).hasSize(4);
    }

    @Test
    void theLeaderBringsABillOnThePage() throws Exception {
        var bill = """
            交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注
            2026-11-27 12:02:07,转账,石磊,/,收入,¥29.90,/,已存入零钱,1000050001,/,/
            2026-11-27 12:03:07,转账,小艾妈妈,/,收入,¥29.90,/,已存入零钱,1000050002,/,/
            """.getBytes(Charset.forName("GBK"));
        var page = asLeader(multipart("/lead/cycles/" + cycle.code() + "/transfers")
                        .file(new MockMultipartFile("file", "账单.csv", "text/csv", bill))
                        .param("commandKey", UUID.randomUUID().toString()))
                .andExpect(redirectedUrlPattern("/lead/cycles/*/transfers/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        asLeader(get(String.valueOf(page)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"asked\"")))
                .andExpect(content().string(containsString("小艾妈妈")));
        assertThat(unpaid()).doesNotContain("石磊");
    }

    @Test
    void anEmptyPasteIsRefusedBesideItsField() throws Exception {
        asLeader(post("/lead/cycles/" + cycle.code() + "/transfers")
                        .param("text", " ")
                        .param("commandKey", UUID.randomUUID().toString()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("text-error")));
    }

    private CycleCard withOrders(String text) {
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        lists(text);
        return cycle;
    }

    private void lists(String text) {
        lists.take(home.leader(), cycle.code(), lists.paste(home.leader(), cycle.code(), new ChainPaste(text, "")));
    }

    private TransferView paste(String text) {
        return transfers.view(cycle, transfers.paste(home.leader(), cycle.code(), new TransferPaste(text)));
    }

    private List<String> unpaid() {
        return dues.open(cycle).stream().map(due -> due.name()).toList();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where leader_id = ?")
                .param(home.leader().value())
                .query(Long.class)
                .single();
    }

    private ResultActions asLeader(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(home.leader(), "王姐", false))));
    }
}
