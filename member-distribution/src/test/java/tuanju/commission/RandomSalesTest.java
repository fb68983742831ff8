package tuanju.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tuanju.community.Code;
import tuanju.cycle.CycleRound;
import tuanju.cycle.ProductTerms;
import tuanju.ledger.Account;
import tuanju.money.Money;

@DisplayName("I-Y2 I-Y3 C-01 Whatever is bought and given back, a sale pays one person what counting from scratch says")
class RandomSalesTest extends CommissionExample {

    private static final String[][] GOODS = {{"散养鸡蛋", "30枚"}, {"本地草莓", "1斤"}, {"翠冠梨", "1斤"}};

    @Autowired
    private CommissionRows rows;

    @Autowired
    private Ruling ruling;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("random rates, orders, refunds before and after the settlement")
    void commissionIsCountedFromScratch(long seed) {
        var random = new Random(seed);
        int points = 1 + random.nextInt(1_000);
        ruling.make(home.leader(), new RuleDraft(null, "community", home.card().shortCode(), points));
        var cycle = round.open(
                home,
                null,
                CycleRound.eggs(1 + random.nextInt(5_000)),
                CycleRound.cased(1 + random.nextInt(5_000), 1),
                CycleRound.pears(1 + random.nextInt(5_000), new ProductTerms(1, null)));
        var orders = new ArrayList<Code>();
        for (int at = 0; at < 3; at++) {
            orders.add(paid(
                    cycle,
                    1 + random.nextInt(3),
                    random.nextInt(4) == 0 ? null : link(cycle),
                    1 + random.nextInt(3),
                    1 + random.nextInt(3),
                    1 + random.nextInt(3)));
        }
        for (int step = 0; step < 4; step++) {
            someGoesBack(random, orders.get(random.nextInt(3)), "before-" + step);
        }
        settled(cycle, orders.toArray(Code[]::new));
        for (int step = 0; step < 8; step++) {
            someGoesBack(random, orders.get(random.nextInt(3)), "after-" + step);
        }

        long all = 0;
        for (var order : orders) {
            long scratch = scratch(order, points);
            all += scratch;
            assertThat(rows.find(home.id(), id(order))
                            .map(it -> it.amount().fen())
                            .orElse(0L))
                    .isEqualTo(scratch);
        }
        assertThat(balance(Account.Kind.COMMISSION) + balance(Account.Kind.COMMISSION_DEBT))
                .isEqualTo(all);
    }

    private void someGoesBack(Random random, Code order, String key) {
        int which = random.nextInt(GOODS.length);
        long left = kept(order, GOODS[which][0]);
        if (left > 0) {
            givenBack(order, GOODS[which][0], GOODS[which][1], Money.ofFen(1 + random.nextLong(left)), key);
        }
    }

    private long kept(Code order, String product) {
        return jdbc.sql("""
                        select l.amount_fen - coalesce((select sum(a.fen) from order_adjustment a
                            where a.order_id = l.order_id and a.product_name = l.product_name and a.was is null), 0)
                        from order_line l where l.order_id = ? and l.product_name = ?
                        """).params(till.idOf(order), product).query(Long.class).single();
    }

    /** From what was sold and what went back alone. */
    private long scratch(Code order, int points) {
        long sum = 0;
        boolean brought = jdbc.sql("select exists (select from attribution where order_id = ?)")
                .param(till.idOf(order))
                .query(Boolean.class)
                .single();
        for (var goods : GOODS) {
            sum += brought ? kept(order, goods[0]) * points / 10_000 : 0;
        }
        return sum;
    }
}
