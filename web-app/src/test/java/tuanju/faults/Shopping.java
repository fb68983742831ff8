package tuanju.faults;

import java.util.Random;
import tuanju.faults.History.Kind;

/** What shoppers do: join teams, order in cycles, pay, cancel, sign in and out, look around. */
final class Shopping {

    private final World world;
    private final Random random;
    private final History history;

    Shopping(World world, Random random) {
        this.world = world;
        this.random = random;
        this.history = world.history();
    }

    /** One thing that somebody does. */
    void doSomething() {
        int die = random.nextInt(100);
        if (die < 35) {
            joinATeam(world.anybody(random));
        } else if (die < 70) {
            orderInTheCycle(world.anybody(random));
        } else if (die < 78) {
            signInAndOut(world.anybody(random));
        } else {
            lookAround(world.anybody(random));
        }
    }

    private void joinATeam(Person buyer) {
        var offer = world.anyOffer(random);
        var team = world.runningTeam(offer);
        var path = team == null ? "/api/v1/team-offers/" + offer + "/teams" : "/api/v1/teams/" + team + "/seats";
        var answer = buyer.post(
                path, "{\"quantity\":1,\"whenFull\":\"REFUND\",\"pickupPoint\":\"%s\"}".formatted(world.point()));
        if (answer.status() == 201) {
            int seats = answer.<Integer>read("$.team.size") - answer.<Integer>read("$.team.seatsTaken");
            world.heardOfTeam(offer, answer.read("$.team.code"), seats == 0);
            history.promised(Kind.PLACED, answer.read("$.order.code"));
            decide(buyer, answer.read("$.order.code"));
        } else if (team != null) {
            world.heardOfTeam(offer, team, true);
        }
    }

    private void orderInTheCycle(Person buyer) {
        var order = order(buyer, world.cycle());
        if (order != null) {
            decide(buyer, order);
        }
    }

    /** Places an order in a cycle and answers its code; null when it was refused. */
    @org.jspecify.annotations.Nullable
    String order(Person buyer, World.OpenCycle cycle) {
        var product = cycle.products().get(random.nextInt(cycle.products().size()));
        var answer = buyer.post(
                "/api/v1/cycles/" + cycle.code() + "/orders",
                "{\"items\":[{\"product\":\"%s\",\"quantity\":%d}],\"building\":\"3\",\"room\":\"502\"}"
                        .formatted(product, 1 + random.nextInt(3)));
        if (answer.status() != 201) {
            return null;
        }
        history.promised(Kind.PLACED, answer.read("$.code"));
        return answer.read("$.code");
    }

    private void decide(Person buyer, String order) {
        int die = random.nextInt(100);
        if (die < 60) {
            pay(buyer, order);
        } else if (die < 90) {
            cancel(buyer, order);
        }
    }

    /** Pays at the sandbox, whose callback sometimes comes twice or is lost. */
    void pay(Person buyer, String order) {
        var opened = buyer.post("/api/v1/orders/" + order + "/payments", "{\"provider\":\"sandbox\"}");
        if (opened.status() != 201) {
            return;
        }
        int die = random.nextInt(100);
        var outcome = die < 80 ? "PAID" : die < 90 ? "CALLBACK_TWICE" : "CALLBACK_LOST";
        if (buyer.submit(opened.read("$.payUrl"), "outcome=" + outcome).status() == 303) {
            history.promised(Kind.PAID, order);
        }
    }

    void cancel(Person buyer, String order) {
        if (buyer.delete("/api/v1/orders/" + order).status() == 204) {
            history.promised(Kind.CANCELLED, order);
        }
    }

    private static void signInAndOut(Person somebody) {
        somebody.signIn(World.PASSWORD).delete("/api/v1/tokens/current");
    }

    private void lookAround(Person somebody) {
        switch (random.nextInt(4)) {
            case 0 -> somebody.get("/");
            case 1 -> somebody.get("/o/" + world.anyOffer(random));
            case 2 -> somebody.get("/c/" + world.cycle().code());
            default -> somebody.get("/api/v1/orders");
        }
    }
}
