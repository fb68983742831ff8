package tuanju.faults;

import java.util.List;
import java.util.Map;
import java.util.Random;
import tuanju.faults.History.Kind;

/** What a leader writes down of goods and money: transfers of guests, what came, who gets less of it, what was given back by hand. */
final class Goods {

    private final World world;
    private final Random random;
    private final History history;

    Goods(World world, Random random) {
        this.world = world;
        this.random = random;
        this.history = world.history();
    }

    /** The guests of the pasted list have paid their leader, at a minute of this round's own. */
    void paidElsewhere(World.OpenCycle cycle) {
        var at = "11月%02d日 %02d:%02d".formatted(1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
        var answer = world.leader()
                .post(path(cycle, "transfers"), "{\"text\":\"王五 59.80 %s\\n李四 58.00 %s\"}".formatted(at, at));
        if (answer.isDone()) {
            history.promised(Kind.TRANSFERRED, cycle.code(), 2);
        }
    }

    /** Of everything one piece too few comes, and goes round by the time of the orders. */
    void arriveOneShort(World.OpenCycle cycle) {
        List<Map<String, Object>> expected =
                world.leader().get(path(cycle, "receipts")).read("$[?(@.expected > 0)]");
        for (var goods : expected) {
            int pieces = (int) goods.get("expected") - 1;
            var counted = world.leader()
                    .put(path(cycle, "receipts/" + goods.get("product")), "{\"arrived\":%d}".formatted(pieces));
            if (counted.isDone()) {
                history.promised(Kind.COUNTED, cycle.code(), pieces);
            }
        }
        var plan = world.leader().post(path(cycle, "shortages"), "{\"policy\":\"ORDER_TIME\",\"dryRun\":true}");
        if (plan.isDone()) {
            giveOut(cycle, plan.read("$.plan"));
        }
    }

    private void giveOut(World.OpenCycle cycle, String plan) {
        var answer = world.leader()
                .post(path(cycle, "shortages"), "{\"policy\":\"ORDER_TIME\",\"plan\":\"%s\"}".formatted(plan));
        if (answer.isDone()) {
            history.promised(Kind.GIVEN_OUT, cycle.code());
        }
    }

    /** What is owed by now; what becomes owed later stays owed. */
    void giveBackByHand(World.OpenCycle cycle) {
        List<Map<String, Object>> owed =
                world.leader().get(path(cycle, "paybacks")).read("$.owed[*]");
        for (var debt : owed) {
            int fen = ((Number) debt.get("amountFen")).intValue();
            var answer = world.leader()
                    .post(path(cycle, "paybacks"), """
                    {"order": "%s", "why": "%s", "amountFen": %d, "how": "WECHAT"}
                    """.formatted(debt.get("order"), debt.get("why"), fen));
            if (answer.isDone()) {
                history.promised(Kind.PAID_BACK, debt.get("order").toString(), fen);
            }
        }
    }

    private static String path(World.OpenCycle cycle, String what) {
        return "/api/v1/cycles/" + cycle.code() + "/" + what;
    }
}
