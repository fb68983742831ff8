package tuanju.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.command.Invalid;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.money.Money;
import tuanju.purchasing.Supplies.Supply;

@ModuleTest
class PurchasingTest {

    @Autowired
    Purchasing purchasing;

    @Autowired
    Supplies supplies;

    @Autowired
    PurchaseText text;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvc mvc;

    @Autowired
    CycleRound round;

    @Autowired
    Neighbourhoods neighbourhoods;

    private Neighbourhood home;
    private CycleCard cycle;

    /** Nine boxes of strawberries, four in a case, and two of eggs. */
    @BeforeEach
    void order() {
        home = neighbourhoods.found(2);
        cycle = round.open(home, null, CycleRound.cased(10_00, 4), CycleRound.eggs(25_00));
        round.paid(home, cycle, 0, 5, 2);
        round.paid(home, cycle, 1, 4, 0);
    }

    @Test
    void ordersFullCasesAndWhatIsLoose() {
        var berries = items().getFirst();

        assertThat(berries.pieces()).isEqualTo(9);
        assertThat(berries.cases()).isEqualTo(2);
        assertThat(berries.loose()).isEqualTo(1);
        assertThat(text.howMany(berries, Locale.SIMPLIFIED_CHINESE)).isEqualTo("2 件＋散 1 份（每件 4，共 9 份）");
        assertThat(text.howMany(items().getLast(), Locale.ENGLISH)).isEqualTo("2 pieces");
    }

    @Test
    void goodsStandUnderTheirSupplierAndTheUnnamedComeLast() {
        note("本地草莓", "1斤", "老张果园", Money.ofFen(6_50));

        var list = purchasing.of(cycle);
        assertThat(list.suppliers()).extracting(PurchaseList.Supplier::name).containsExactly("老张果园", "");
        assertThat(list.suppliers().getFirst().cost()).isEqualTo(Money.ofFen(58_50));
        assertThat(list.suppliers().getLast().cost()).isNull();
        assertThat(list.pieces()).isEqualTo(11);
    }

    @Test
    void theNextCycleBeginsWithTheLastSupplier() {
        note("本地草莓", "1斤", "老张果园", Money.ofFen(6_50));
        var next = round.open(home, null, CycleRound.cased(10_00, 4));
        round.paid(home, next, 0, 4);

        assertThat(purchasing.of(next).suppliers())
                .extracting(PurchaseList.Supplier::name)
                .containsExactly("老张果园");
        assertThat(supplies.names(next)).containsExactly("老张果园");
    }

    @Test
    void whatIsCopiedForTheSupplierSaysNothingAboutBuyersOrCosts() {
        note("本地草莓", "1斤", "老张果园", Money.ofFen(6_50));
        var list = purchasing.of(cycle);

        assertThat(text.of(list, list.suppliers().getFirst(), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("【周三水果】订货\n· 本地草莓 1斤  2 件＋散 1 份（每件 4，共 9 份）\n共 1 样 9 份，麻烦确认一下，谢谢！");
    }

    @Test
    void theWorkbookAddsUpAndTakesNoNameForAFormula() throws IOException {
        note("本地草莓", "1斤", "=cmd()", Money.ofFen(6_50));
        var bytes = new PurchaseWorkbook(messages, Locale.ENGLISH).write(purchasing.of(cycle));

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).getCellText(0)).isEqualTo("'=cmd()");
            assertThat(rows.get(1).getCellText(3)).isEqualTo("9");
            assertThat(rows).hasSize(6);
            assertThat(rows.getLast().getCellText(0)).isEqualTo("Paid to the leader");
        }
    }

    @Test
    void aCostThatCannotBeReadIsRefusedBesideItsField() {
        var item = items().getFirst();
        var form = new SupplyForm(Map.of("cost-" + item.product(), "-3"));

        assertThatThrownBy(() -> form.supply(item))
                .isInstanceOfSatisfying(
                        Invalid.class, it -> assertThat(it.getField()).isEqualTo("cost-" + item.product()));
    }

    @Test
    @DisplayName("W-42 a leader's program says who supplies a product; a stranger finds no list, a bad cost is named")
    void suppliersAreNotedOverRest() throws Exception {
        var list = "/api/v1/cycles/" + cycle.code() + "/purchase-list/";
        var berries = list + items().getFirst().product();
        var said = "{\"supplier\": \" 老张果园 \", \"unitCostFen\": 650}";

        put(home.leader(), berries, said)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.suppliers[0].supplier").value("老张果园"))
                .andExpect(jsonPath("$.suppliers[0].costFen").value(58_50));
        mvc.perform(get("/api/v1/cycles/" + cycle.code() + "/suppliers").with(as(home.leader())))
                .andExpect(jsonPath("$[0]").value("老张果园"));
        for (var bad : List.of("-1", "10000001")) {
            put(home.leader(), berries, "{\"unitCostFen\": " + bad + "}")
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("unitCostFen"));
        }
        put(home.leader(), berries, "{\"supplier\": \"" + "很".repeat(41) + "\"}")
                .andExpect(jsonPath("$.errors[0].field").value("supplier"));
        put(home.leader(), list + UUID.randomUUID(), said).andExpect(status().isNotFound());
        put(home.member(1), berries, said).andExpect(status().isNotFound());
        put(home.leader(), berries, "{}")
                .andExpect(jsonPath("$.suppliers[0].supplier").value(""));
    }

    @Test
    @DisplayName("W-21 a program sees in one answer what is bought and where its money is")
    void theListSaysWhereItsMoneyIs() throws Exception {
        mvc.perform(get("/api/v1/cycles/" + cycle.code() + "/purchase-list").with(as(home.leader())))
                .andExpect(jsonPath("$.pieces").value(11))
                .andExpect(jsonPath("$.dues.paidHereFen").value(0))
                .andExpect(jsonPath("$.dues.paidToLeaderFen")
                        .value(purchasing.of(cycle).dues().toLeader().fen()))
                .andExpect(jsonPath("$.dues.notPaidFen").value(0));
    }

    private ResultActions put(MemberId member, String path, String json) throws Exception {
        var request = MockMvcRequestBuilders.put(path);
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(csrf())
                .with(as(member)));
    }

    private static RequestPostProcessor as(MemberId member) {
        return Visitor.signedIn(new SignedIn(member, "王姐", false));
    }

    private List<PurchaseList.Item> items() {
        return purchasing.of(cycle).suppliers().stream()
                .flatMap(it -> it.items().stream())
                .toList();
    }

    private void note(String name, String spec, String supplier, Money cost) {
        purchasing.note(cycle, List.of(new Supply(name, spec, supplier, cost)));
    }
}
