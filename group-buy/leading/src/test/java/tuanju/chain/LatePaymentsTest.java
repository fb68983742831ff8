package tuanju.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.chain.reading.ReadChainList;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.cycle.CannotOrder;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.planning.CycleOpening;

/** After the cut-off a text from the group still says who has paid, and changes nothing else. */
@ModuleTest
class LatePaymentsTest {

    private static final String LIST = """
            #接龙
            1. 温岚 3-501 鸡蛋2
            2. 石磊 5-302 鸡蛋1
            3. 于娜 6-101 鸡蛋3
            """;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CycleOpening opening;

    @Autowired
    private ChainTaking taking;

    @Autowired
    private ChainOrders chainOrders;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private CycleCard cycle;

    @BeforeEach
    void closeACycleWithThreeOrders() {
        home = neighbourhoods.found(1);
        cycle = opening.open(home.leader(), home.id(), CycleRound.eggs(home));
        take(LIST);
        jdbc.sql("update order_cycle set cut_off = now() - interval '1 second' where community_id = ? and id = ?")
                .params(cycle.community().value(), cycle.id())
                .update();
    }

    @Test
    void notesWhoHasPaid() {
        var read = take("1. 温岚 3-501 鸡蛋2 已付\n2. 石磊 5-302 鸡蛋1\n于娜已转账");

        assertThat(paid()).containsExactlyInAnyOrder("温岚", "于娜");
        assertThat(read.unclear()).isEmpty();
    }

    @Test
    void takesNoOrderAndNoChangeAnyMoreAndSaysSo() {
        var read = take("1. 温岚 3-501 鸡蛋4 已付\n2. 石磊 5-302 鸡蛋1 已付\n4. 小艾 7-202 鸡蛋1 已付\n于娜不要了");

        assertThat(paid()).containsExactly("石磊");
        assertThat(read.unclear())
                .extracting(line -> line.reason() + " " + line.line().number())
                .containsExactlyInAnyOrder(Reason.TOO_LATE + " 1", Reason.TOO_LATE + " 3", Reason.TOO_LATE + " 4");
        assertThat(chainOrders.held(cycle).values())
                .extracting(held -> List.copyOf(held.values()))
                .containsExactlyInAnyOrder(List.of(2), List.of(1), List.of(3));
    }

    @Test
    void theSameTwiceIsNotedOnce() {
        take("石磊 已付");
        var again = take("石磊 已付");

        assertThat(again.changes()).isNotEmpty().allMatch(ReadChainList.Changed::known);
        assertThat(paid()).containsExactly("石磊");
    }

    @Test
    void refusesATextThatSaysOfNobodyThatTheyPaid() {
        assertThatThrownBy(() -> take("4. 小艾 7-202 鸡蛋1")).isInstanceOf(CannotOrder.class);
    }

    private ReadChainList take(String text) {
        UUID id = taking.paste(home.leader(), cycle.code(), new ChainPaste(text, ""));
        return taking.take(home.leader(), cycle.code(), id);
    }

    private List<String> paid() {
        return chainOrders.of(cycle).stream()
                .filter(ChainOrders.Row::paid)
                .map(row -> row.guest().name())
                .toList();
    }
}
