package tuanju.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.community.Code;
import tuanju.community.CommunityEditing;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.order.OrderId;
import tuanju.order.fulfilment.Handover;
import tuanju.teambuy.joining.TeamOpening;

@WebTest
@DisplayName("What leaders and operators read about money")
class MoneyPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    TeamOpening opening;

    @Autowired
    Handover handover;

    @Autowired
    Operators operators;

    @Autowired
    Settling settling;

    @Autowired
    CommunityEditing editing;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;

    @BeforeEach
    void handOverTwoAndCompleteOne() {
        home = neighbourhoods.found(3, 2);
        neighbourhoods.stock(home, 10);
        bought(0);
        handedOver(bought(1));
        var completed = handedOver(bought(2));
        jdbc.sql("update orders set status = 'COMPLETED', changed_by = null, change_cause = 'completed' where code = ?")
                .param(completed.value())
                .update();
        settling.run();
    }

    @Test
    @DisplayName("I-L18 A leader reads which fees are settled and which are not yet")
    void aLeaderReadsWhichFeesAreSettled() {
        assertThat(seen("/lead/money", home.leader()))
                .contains("到现在为止所有日子已结算：¥5.20", "¥10.40", "其中已结算 ¥5.20", ">已结算<", ">未结算<");
    }

    @Test
    @DisplayName("I-L18 The workbook's lines, its sums, the page and the ledger agree")
    void theWorkbookAgreesWithPageAndLedger() throws IOException {
        editing.rename(home.id(), "=1+1", "上海", home.leader());
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file("/lead/money/statement.xlsx")))) {
            var rows = workbook.getFirstSheet().read();
            var sum = rows.getLast();
            var lines = rows.subList(1, rows.size() - 1);

            assertThat(lines).hasSize(2).allMatch(row -> row.getCellText(0).equals("'=1+1"));
            for (int column : new int[] {2, 3, 4, 5, 6, 8, 9}) {
                assertThat(lines.stream().map(row -> amount(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(amount(sum, column));
            }
            assertThat(amount(sum, 9)).isEqualByComparingTo("10.40");
            assertThat(lines).extracting(row -> row.getCellText(10)).containsExactlyInAnyOrder("已结算", "未结算");
            var owed = ledger.balance(
                    new Account(Account.Kind.LEADER_FEES, home.leader().value()));
            assertThat(amount(sum, 10).movePointRight(2)).isEqualByComparingTo(BigDecimal.valueOf(owed.fen()));
        }
        assertThat(seen("/lead/money", home.leader())).contains("¥10.40", "其中已结算 ¥5.20");
    }

    private static BigDecimal amount(Row row, int column) {
        return row.getCellAsNumber(column).orElseThrow();
    }

    @Test
    @DisplayName("I-L18 An operator reads where each community's money is, and that it adds up")
    void anOperatorReadsWhereTheMoneyIs() {
        operators.appoint(home.member(0));

        var page = seen("/operate/money", home.member(0));
        var books = page.substring(page.indexOf(home.card().name()));

        assertThat(books.substring(0, books.indexOf("</section>")))
                .containsSubsequence("未结算", "¥104.00", "社群收入", "¥46.80", "应付团长", "¥5.20", "¥156.00", "对得上", "1 单");
    }

    private Code bought(int member) {
        var order =
                opening.buyAlone(home.member(member), home.offer(), home.one()).code();
        till.pay(home, home.member(member), order);
        return order;
    }

    private Code handedOver(Code order) {
        handover.collect(home.id(), new OrderId(till.idOf(order)), home.leader());
        return order;
    }

    private String seen(String path, MemberId who) {
        return new String(answer(path, who), StandardCharsets.UTF_8);
    }

    private byte[] file(String path) {
        return answer(path, home.leader());
    }

    private byte[] answer(String path, MemberId who) {
        var me = new SignedIn(who, "小李", false);
        var response = mvc.get()
                .uri(path)
                .locale(Locale.CHINA)
                .with(authentication(new UsernamePasswordAuthenticationToken(me, null, List.of())))
                .exchange();
        assertThat(response).as(path).hasStatusOk();
        return response.getResponse().getContentAsByteArray();
    }
}
