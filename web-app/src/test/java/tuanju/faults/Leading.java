package tuanju.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tuanju.cycle.export.SampleExport;
import tuanju.faults.History.Kind;

/** What a leader does: a cycle from its opening to the last bag handed over, lists and files taken in, sometimes called off. */
final class Leading {

    private static final int BUYERS = 3;

    private final World world;
    private final Random random;
    private final Shopping shopping;
    private final Goods goods;
    private final History history;

    /** An order and whose it is. */
    private record Bag(Person buyer, String order) {}

    Leading(World world, Random random) {
        this.world = world;
        this.random = random;
        this.shopping = new Shopping(world, random);
        this.goods = new Goods(world, random);
        this.history = world.history();
    }

    /** A whole round, which does not always come about. */
    void leadARound() {
        leadARound(random.nextInt(5) == 0);
    }

    World.OpenCycle leadARound(boolean lapses) {
        var cycle = world.openCycle("一轮");
        var bags = collectOrders(cycle, BUYERS);
        pasteList(cycle);
        if (random.nextInt(4) == 0) {
            takeInFile(cycle);
        }
        if (lapses) {
            move(cycle, "LAPSED");
            return cycle;
        }
        goods.paidElsewhere(cycle);
        move(cycle, "CLOSED");
        goods.arriveOneShort(cycle);
        move(cycle, "ARRIVED");
        bags.forEach(bag -> handOver(cycle, bag));
        goods.giveBackByHand(cycle);
        return cycle;
    }

    /** A round that so many have paid for and that is called off, so that each of them gets their money back. */
    List<String> callOff(int buyers) {
        var cycle = world.openCycle("不成的一轮");
        var bags = collectOrders(cycle, buyers);
        move(cycle, "LAPSED");
        return bags.stream().map(Bag::order).toList();
    }

    private List<Bag> collectOrders(World.OpenCycle cycle, int buyers) {
        var bags = new ArrayList<Bag>();
        for (int i = 0; i < buyers; i++) {
            var buyer = world.anybody(random);
            var order = shopping.order(buyer, cycle);
            if (order != null) {
                shopping.pay(buyer, order);
                bags.add(new Bag(buyer, order));
            }
        }
        return bags;
    }

    private void pasteList(World.OpenCycle cycle) {
        var answer = world.leader()
                .post(
                        "/api/v1/cycles/" + cycle.code() + "/chain-lists",
                        "{\"text\":\"#接龙\\n1. 王五 3-502 散养鸡蛋2\\n2. 李四 5-601 崇明大米1\"}");
        if (answer.status() == 200) {
            history.promised(Kind.LISTED, cycle.code(), answer.read("$.understood.length()"));
        }
    }

    /** Its orders are known from the second time on: a file is taken in once. */
    private void takeInFile(World.OpenCycle cycle) {
        world.leader().upload("/api/v1/cycles/" + cycle.code() + "/imports", SampleExport.bytes());
    }

    void move(World.OpenCycle cycle, String status) {
        world.leader().put("/api/v1/cycles/" + cycle.code() + "/status", "{\"status\":\"%s\"}".formatted(status));
    }

    private void handOver(World.OpenCycle cycle, Bag bag) {
        var order = bag.buyer().get("/api/v1/orders/" + bag.order());
        if (!"CONFIRMED".equals(order.read("$.status"))) {
            return;
        }
        String code = order.read("$.pickupCode");
        var handovers = "/api/v1/cycles/" + cycle.code() + "/handovers";
        if (world.leader()
                        .post(handovers, "{\"pickupCode\":\"%s\"}".formatted(code))
                        .status()
                != 201) {
            return;
        }
        boolean mistake = random.nextInt(4) == 0
                && world.leader().delete(handovers + "/" + code).isDone();
        history.promised(mistake ? Kind.HANDED_BACK : Kind.COLLECTED, bag.order());
    }
}
