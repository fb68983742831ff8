package tuanju.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.chain.Chains;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.deputy.Deputies;
import tuanju.deputy.Right;
import tuanju.member.SignedIn;

/** 马仁毅 of 3-502 wrote a phone number into the note. */
@ModuleTest
@DisplayName("W-50 the table of the desk shows and finds no more of a person than the desk does")
class DeskTableMaskedTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleRound round;

    @Autowired
    private Deputies deputies;

    @Autowired
    private ListableBeanFactory program;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    private Neighbourhood home;

    @BeforeEach
    void aDeputyMayHandOver() {
        home = neighbourhoods.found(1);
        CycleCard cycle = round.open(home, null, CycleRound.eggs(29_90));
        Chains.take(program, home, cycle, "1. 马仁毅 3-502 鸡蛋2份 已付\n");
        jdbc.sql("update orders set note = '打我 13812345678 放门口' where source_id = ?")
                .param(cycle.id())
                .update();
        round.arriveToday(cycle);
        deputies.name(
                home.leader(),
                new Deputies.Naming(
                        home.id(),
                        home.member(0),
                        Set.of(Right.HAND_OVER),
                        Instant.now().plus(Duration.ofDays(1))));
    }

    @Test
    void aDeputySeesNoWholeName() throws Exception {
        assertThat(table("")).contains("3-502", "马**").doesNotContain("马仁毅");
        assertThat(table("3-502")).contains("3-502").doesNotContain("马仁毅");
    }

    @Test
    void aNumberInANoteIsNotFoundDigitByDigit() throws Exception {
        assertThat(table("1381234")).doesNotContain("马**");
        assertThat(table("放门口")).contains("马**");
    }

    @Test
    void whoeverSaysTheirNameIsFoundByTheWholeOfItAndNobodyByGuessingOn() throws Exception {
        assertThat(table("马仁毅")).contains("马**");
        assertThat(table("马")).contains("马**");
        assertThat(table("马仁")).doesNotContain("马**");
        assertThat(table("仁")).doesNotContain("马**");
        assertThat(table("mr")).doesNotContain("马**");
    }

    private String table(String words) throws Exception {
        return mvc.perform(get("/lead/desk/households/list")
                        .param("q", words)
                        .locale(Locale.CHINA)
                        .with(Visitor.signedIn(new SignedIn(home.member(0), "帮手", false))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
