package tuanju.faults;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The demo community as the load finds it: a leader with a pickup point, neighbours, offers, and one cycle open all day. */
final class World {

    static final String PASSWORD = "tuanju-demo";

    private static final int NEIGHBOURS = 12;

    private final History history;
    private final Person leader;
    private final List<Person> neighbours;
    private final String point;
    private final List<String> offers;
    private final OpenCycle cycle;
    private final ConcurrentMap<String, String> runningTeams = new ConcurrentHashMap<>();

    /** A cycle that takes orders: its code and the ids of its products. */
    record OpenCycle(String code, List<String> products) {}

    World(URI program, History history) {
        this.history = history;
        leader = new Person(program, history, "13800000001", null).signIn(PASSWORD);
        neighbours = IntStream.rangeClosed(1, NEIGHBOURS)
                .mapToObj(it -> new Person(program, history, "138000001%02d".formatted(it), null).signIn(PASSWORD))
                .toList();
        var place = leader.get("/api/v1/pickup-points");
        point = place.read("$[0].id");
        offers = leader.get("/api/v1/team-offers?community=" + place.read("$[0].community"))
                .read("$.items[*].code");
        cycle = openCycle("全天团");
    }

    History history() {
        return history;
    }

    Person leader() {
        return leader;
    }

    List<Person> neighbours() {
        return neighbours;
    }

    Person anybody(Random random) {
        return neighbours.get(random.nextInt(neighbours.size()));
    }

    String anyOffer(Random random) {
        return offers.get(random.nextInt(offers.size()));
    }

    OpenCycle cycle() {
        return cycle;
    }

    String point() {
        return point;
    }

    /** A team of this offer that still misses somebody, as far as anybody has heard. */
    @Nullable
    String runningTeam(String offer) {
        return runningTeams.get(offer);
    }

    void heardOfTeam(String offer, String team, boolean full) {
        if (full) {
            runningTeams.remove(offer, team);
        } else {
            runningTeams.put(offer, team);
        }
    }

    /** Opens a cycle with the goods of the sample export. */
    OpenCycle openCycle(String title) {
        var now = Instant.now();
        var answer = leader.post("/api/v1/cycles", """
                {"title": "%s", "pickupPoint": "%s", "cutOff": "%s", "pickupFrom": "%s", "pickupUntil": "%s", "products": [
                    {"name": "阳光玫瑰葡萄", "spec": "一份两斤", "priceFen": 3990},
                    {"name": "散养鸡蛋", "spec": "30枚一盒", "priceFen": 2990},
                    {"name": "崇明大米", "spec": "10斤一袋", "priceFen": 5800}]}
                """.formatted(
                        title,
                        point,
                        now.plus(Duration.ofHours(20)),
                        now.plus(Duration.ofHours(21)),
                        now.plus(Duration.ofHours(30))));
        return new OpenCycle(answer.read("$.code"), answer.read("$.products[*].id"));
    }
}
