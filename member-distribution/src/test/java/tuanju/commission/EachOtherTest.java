package tuanju.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import support.Together;
import tuanju.community.Code;
import tuanju.cycle.CycleRound;
import tuanju.link.Target;

@DisplayName("R-13 Neighbours who recommend each other")
class EachOtherTest extends CommissionExample {

    private static final int PEOPLE = 3;

    @Tag("storm")
    @Test
    @DisplayName(
            "C-01 two for each other and three in a ring, all paid at once: each sale pays the one whose link it was, and nobody else")
    void eachSalePaysItsOwn() {
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var links = new ArrayList<Code>();
        for (int at = 0; at < PEOPLE; at++) {
            referrers.accept(home.member(at), home.id());
            links.add(this.links.make(home.member(at), new Target("cycle", cycle.code()), ""));
        }
        record Sale(int buyer, Code order) {}
        var sales = new ArrayList<Sale>();
        for (int buyer = 0; buyer < PEOPLE; buyer++) {
            for (int by = 0; by < PEOPLE; by++) {
                sales.add(new Sale(buyer, placed(cycle, buyer, links.get(by), 1)));
            }
        }

        Together.run(sales.stream()
                .map(it -> (Callable<Boolean>) () -> {
                    till.pay(home, home.member(it.buyer()), it.order());
                    return true;
                })
                .toList());
        heard();

        var earned = jdbc.sql("""
            select o.buyer_id = c.referrer_id as own, count(*) over (partition by c.order_id) as each, c.fen
            from commission c join orders o on o.community_id = c.community_id and o.id = c.order_id
            where c.community_id = ?
            """)
                .param(home.id().value())
                .query((row, number) -> row.getBoolean("own") + " " + row.getInt("each") + " " + row.getLong("fen"))
                .list();
        assertThat(earned).hasSize(PEOPLE * (PEOPLE - 1)).containsOnly("false 1 160");
    }
}
