package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Visitor;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.planning.CycleOpening;
import tuanju.member.SignedIn;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;

/** A group's list holds everybody's name and door; it ends as texts of transfers do. */
@ModuleTest
@DisplayName("A pasted chain list")
class KeptChainListsTest {

    private static final String TEXT = "1. 温岚 86-501 鸡蛋2 13812345678\n2. 石磊 3-1701 鸡蛋1\n这周谁去拿呀 问问石磊";

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking taking;

    @Autowired
    private ChainOrders guests;

    @Autowired
    private OrderBook book;

    @Autowired
    private OrderCycles cycles;

    @Autowired
    private ChainSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    private Neighbourhood home;
    private CycleCard cycle;
    private UUID list;

    @BeforeEach
    void takeAListAndCancelOne() {
        home = neighbourhoods.found(0);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        list = taking.paste(home.leader(), cycle.code(), new ChainPaste(TEXT, "王姐"));
        taking.take(home.leader(), cycle.code(), list);
        var later = taking.paste(home.leader(), cycle.code(), new ChainPaste("石磊 不要了", "王姐"));
        taking.take(home.leader(), cycle.code(), later);
    }

    @Test
    void saysNothingOfAnybodyNinetyDaysAfterPickupAndItsOrdersStay() throws Exception {
        assertThat(said()).anyMatch(it -> it.contains("温岚")).anyMatch(it -> it.contains("石磊"));

        forget(91);

        assertThat(said()).allMatch(String::isEmpty);
        assertThat(guests.of(cycle)).extracting(it -> it.guest().name()).containsExactly("温岚");
        assertThat(guests.of(cycle)).extracting(it -> it.guest().phone()).containsExactly("");
        assertThat(book.expectedOf(home.id(), cycle.id()))
                .extracting(OrderSheet::recipient)
                .containsExactly("温岚");
        asLeader("/lead/cycles/" + cycle.code() + "/chain-lists/" + list)
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("flashOk", containsString("已于")));
        asLeader("/lead/cycles/" + cycle.code() + "/chain-lists")
                .andExpect(content().string(containsString("原文已于")));
    }

    @Test
    void isWholeUntilThen() {
        forget(89);

        assertThat(said()).anyMatch(it -> it.contains("问问石磊"));
    }

    @Test
    void isReadAgainWhenItIsPastedAgain() throws Exception {
        forget(91);
        var again = taking.paste(home.leader(), cycle.code(), new ChainPaste(TEXT, "王姐"));

        assertThat(again).isEqualTo(list);
        asLeader("/lead/cycles/" + cycle.code() + "/chain-lists/" + list).andExpect(status().isOk());
    }

    private void forget(int daysAfterPickup) {
        var then = Clock.fixed(cycle.pickupUntil().plus(Duration.ofDays(daysAfterPickup)), ZoneOffset.UTC);
        new OldChainLists(settings, new Forgetting(cycles, transaction, then, jdbc)).forget();
    }

    /** Whatever the tables of lists say of people of this community. */
    private List<String> said() {
        return jdbc.sql("""
                        select written || self_name from chain_list where community_id = :community
                        union all select line from chain_line where community_id = :community
                        union all select line from chain_fix where community_id = :community
                        union all select name || room || phone from chain_order
                            where community_id = :community and order_id is null
                        """)
                .param("community", home.id().value())
                .query(String.class)
                .list();
    }

    private ResultActions asLeader(String path) throws Exception {
        var me = Visitor.signedIn(new SignedIn(home.leader(), "王姐", false));
        return mvc.perform(get(path)
                .locale(java.util.Locale.SIMPLIFIED_CHINESE)
                .with(csrf())
                .with(me));
    }
}
