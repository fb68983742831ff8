package tuanju.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import support.ModuleTest;
import support.Patience;
import support.Visitor;
import tuanju.deputy.Deputies;
import tuanju.deputy.Right;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

/** What the desk's pages do with a building, a part and a phone number, programs do by the same rules. */
@ModuleTest
@DisplayName("W-42")
class DeskResourcesTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Deputies deputies;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private Led led;
    private Cycle cycle;
    private List<PlacedOrder> orders = List.of();
    private String bag = "";

    @BeforeEach
    void threeBagsOfOneBuildingAndOneOfAnother() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        orders = neighbourhood.order(
                cycle,
                new Wish("86", "701", "马仁毅", 2),
                new Wish("86", "801", "王悟营", 1),
                new Wish("86", "901", "韦鲁郎", 1),
                new Wish("3", "1701", "邬肖任", 1));
        bag = bag(cycle, orders.getFirst());
    }

    @Test
    @DisplayName("a building is handed over at once but for what has left, answered the same twice, and taken back")
    void aBuildingIsHandedOverAndTakenBack() throws Exception {
        asLeader(get(bag + "/building"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.building").value("86"))
                .andExpect(jsonPath("$.pickupPoint").value(led.point().id().toString()))
                .andExpect(jsonPath("$.bags[*].room", containsInAnyOrder("701", "801", "901")))
                .andExpect(jsonPath("$.bags[0].people").value("马**"));
        asLeader(post("/lead/desk/bags/" + code(2) + "/handovers"));

        for (int twice = 0; twice < 2; twice++) {
            asLeader(sent(post(bag + "/building/handovers"), named(0, 1, 2, 3)).header("Idempotency-Key", "up"))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.orders", containsInAnyOrder(code(0), code(1))))
                    .andExpect(jsonPath("$.late").value(2));
        }
        assertThat(statuses()).containsExactly("COLLECTED", "COLLECTED", "COLLECTED", "CONFIRMED");
        asLeader(sent(post(bag + "/building/handovers"), named(0, 1)))
                .andExpect(jsonPath("$.orders").isEmpty())
                .andExpect(jsonPath("$.late").value(2));

        asLeader(sent(delete(bag + "/building/handovers"), named(0, 1)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.orders", containsInAnyOrder(code(0), code(1))));
        assertThat(statuses()).containsExactly("CONFIRMED", "CONFIRMED", "COLLECTED", "CONFIRMED");
        asLeader(sent(delete(bag + "/building/handovers"), named(1, 2)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(containsString("not-handed-over")));
        assertThat(statuses()).as("all or none").containsExactly("CONFIRMED", "CONFIRMED", "COLLECTED", "CONFIRMED");
    }

    @Test
    @DisplayName("R-18 of four phones that hand over the same building at once, each bag leaves by one")
    void fourPhonesWithOneBuilding() throws Exception {
        var start = new CyclicBarrier(4);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var phones = Stream.generate(() -> pool.submit(() -> {
                        start.await(Patience.SECONDS, TimeUnit.SECONDS);
                        return read(asLeader(sent(post(bag + "/building/handovers"), named(0, 1, 2))), "$");
                    }))
                    .limit(4)
                    .toList();
            int given = 0;
            int late = 0;
            for (var phone : phones) {
                var done = JsonPath.parse(phone.get(Patience.SECONDS, TimeUnit.SECONDS));
                given += done.<List<String>>read("$.orders").size();
                late += done.<Integer>read("$.late");
            }
            assertThat(given).isEqualTo(3);
            assertThat(late).isEqualTo(9);
        }
        assertThat(jdbc.sql("select count(*) from handover h join orders o on o.id = h.order_id where o.source_id = ?")
                        .param(cycle.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("bags that moved, too many words of where, and a cycle long over are refused; nothing leaves")
    void aBuildingThatCannotGoStays() throws Exception {
        var moved = named(0, 1).replace("}", ",\"pickupPoint\":\"" + UUID.randomUUID() + "\"}");
        asLeader(sent(post(bag + "/building/handovers"), moved))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(containsString("another-point")));
        asLeader(sent(
                        post(bag + "/building/handovers"),
                        named(0).replace("}", ",\"leftWith\":\"" + "门".repeat(61) + "\"}")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("leftWith"));
        assertThat(statuses()).containsOnly("CONFIRMED");
        var old = neighbourhood.cycle(led, Instant.now().minus(40, ChronoUnit.DAYS));
        var late = neighbourhood.order(old, new Wish("86", "701", "马仁毅", 1)).getFirst();
        asLeader(sent(delete(bag(old, late) + "/building/handovers"), named(0))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("an order that is completed by now is not taken back")
    void aCompletedOrderIsNotTakenBack() throws Exception {
        asLeader(sent(post(bag + "/building/handovers"), named(0))).andExpect(status().isCreated());
        jdbc.sql("update orders set status = 'COMPLETED', change_cause = 'completed' where id = ?")
                .param(orders.getFirst().id().value())
                .update();
        asLeader(sent(delete(bag + "/building/handovers"), named(0)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(containsString("not-collected")));
        assertThat(statuses().getFirst()).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("I-K4 a part is taken back once, and not any more when the rest has left")
    void aPartIsTakenBack() throws Exception {
        var melon = handPart();
        var part = read(
                asLeader(get(bag + "/parts")).andExpect(jsonPath("$[0].pieces").value(1)), "$[0].id");
        asLeader(delete(bag(cycle, orders.get(1)) + "/parts/" + part))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(containsString("not-handed-over")));
        for (int twice = 0; twice < 2; twice++) {
            asLeader(delete(bag + "/parts/" + part).header("Idempotency-Key", "back"))
                    .andExpect(status().isNoContent());
        }
        asLeader(get(bag + "/parts")).andExpect(jsonPath("$").isEmpty());
        asLeader(delete(bag + "/parts/" + part)).andExpect(status().isConflict());

        handPart();
        var again = read(asLeader(get(bag + "/parts")), "$[0].id");
        asLeader(sent(post("/api/v1/cycles/" + cycle.code() + "/handovers"), melon))
                .andExpect(status().isCreated());
        asLeader(delete(bag + "/parts/" + again))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value(containsString("already-handed-over")));
        assertThat(statuses().getFirst()).isEqualTo("COLLECTED");
    }

    @Test
    @DisplayName(
            "I-V2 a whole number is shown with a reason on record, for five minutes, and its answer is kept nowhere")
    void aNumberIsShownWithAReason() throws Exception {
        var asked = asLeader(reveal(bag, "没人来取").header("Idempotency-Key", "call"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", matchesPattern(bag + "/reveals/[0-9a-f-]{36}")))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.name").value("马**"));
        var phone = read(asked, "$.phone");
        assertThat(phone).matches("138[0-9]{8}");
        var place = String.valueOf(asked.andReturn().getResponse().getHeader("Location"));
        asLeader(get(place))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(jsonPath("$.phone").value(phone));
        asLeader(reveal(bag, "没人来取").header("Idempotency-Key", "call"))
                .andExpect(header().string("Idempotent-Replayed", "true"));
        assertThat(reveals()).isOne();
        assertThat(jdbc.sql("select count(*) from command_key where position(:phone in answer::text) > 0")
                        .param("phone", phone)
                        .query(Long.class)
                        .single())
                .isZero();

        jdbc.sql("update phone_reveal set at = at - interval '6 minutes' where member_id = ?")
                .param(led.leader().value())
                .update();
        asLeader(get(place)).andExpect(status().isNotFound());
        asLeader(reveal(bag, "没人来取").header("Idempotency-Key", "call")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("V-05 A-95 without a reason, three days after pickup and for the thirty-first time no number is shown")
    void aNumberIsNotShown() throws Exception {
        for (var reason : List.of("{}", "{\"reason\":\" \"}", "{\"reason\":\"" + "话".repeat(101) + "\"}")) {
            asLeader(sent(post(bag + "/reveals"), reason))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("reason"));
        }
        var old = neighbourhood.cycle(led, Instant.now().minus(4, ChronoUnit.DAYS));
        var late = neighbourhood.order(old, new Wish("86", "701", "马仁毅", 1)).getFirst();
        asLeader(reveal(bag(old, late), "没人来取")).andExpect(status().isGone());
        assertThat(reveals()).isZero();
        for (int i = 0; i < 30; i++) {
            asLeader(reveal(bag, "没人来取")).andExpect(status().isCreated());
        }
        asLeader(reveal(bag, "没人来取")).andExpect(status().isTooManyRequests());
    }

    @Test
    @DisplayName(
            "I-Z2 a deputy hands a building over, and reads a number only where the leader said so; others find nothing")
    void deputiesHaveTheRightsOfThePage() throws Exception {
        var caller = deputy(Set.of(Right.HAND_OVER, Right.PHONES));
        var helper = deputy(Set.of(Right.HAND_OVER));
        as(caller, reveal(bag, "没人来取")).andExpect(status().isCreated());
        as(helper, reveal(bag, "没人来取")).andExpect(status().isNotFound());
        as(helper, sent(post(bag + "/building/handovers"), named(0)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.orders[0]").value(code(0)));
        as(helper, sent(delete(bag + "/building/handovers"), named(0))).andExpect(status().isOk());

        for (var stranger : List.of(
                deputy(Set.of(Right.LISTS, Right.PHONES)),
                neighbourhood.newLeader(led.community()).leader(),
                neighbourhood.signUp("路人"))) {
            as(stranger, get(bag + "/building")).andExpect(status().isNotFound());
            as(stranger, sent(post(bag + "/building/handovers"), named(0))).andExpect(status().isNotFound());
            as(stranger, get(bag + "/parts")).andExpect(status().isNotFound());
            as(stranger, reveal(bag, "没人来取")).andExpect(status().isNotFound());
        }
        assertThat(statuses()).containsOnly("CONFIRMED");
    }

    /** One melon of the first bag leaves; answers what hands the rest of it over. */
    private String handPart() throws Exception {
        var pickupCode = neighbourhood.pickupCode(orders.getFirst());
        asLeader(sent(
                        post("/api/v1/cycles/" + cycle.code() + "/handovers"),
                        "{\"pickupCode\":\"%s\",\"items\":[{\"product\":\"冰淇淋黄心西瓜\",\"spec\":\"一箱四个约14斤\",\"pieces\":1}]}"
                                .formatted(pickupCode)))
                .andExpect(status().isCreated());
        return "{\"pickupCode\":\"%s\"}".formatted(pickupCode);
    }

    private MemberId deputy(Set<Right> rights) {
        var member = neighbourhood.signUp("帮手");
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        deputies.name(led.leader(), new Deputies.Naming(led.community().id(), member, rights, tomorrow));
        return member;
    }

    private long reveals() {
        return jdbc.sql("select count(*) from phone_reveal where member_id = ?")
                .param(led.leader().value())
                .query(Long.class)
                .single();
    }

    private List<String> statuses() {
        return orders.stream().map(neighbourhood::status).toList();
    }

    private String code(int order) {
        return orders.get(order).code().value();
    }

    private String named(int... which) {
        var codes = Arrays.stream(which).mapToObj(it -> "\"" + code(it) + "\"").collect(Collectors.joining(","));
        return "{\"orders\":[" + codes + "]}";
    }

    private static String bag(Cycle cycle, PlacedOrder order) {
        return "/api/v1/cycles/" + cycle.code() + "/bags/" + order.code();
    }

    private static MockHttpServletRequestBuilder reveal(String bag, String reason) {
        return sent(post(bag + "/reveals"), "{\"reason\":\"" + reason + "\"}");
    }

    private static MockHttpServletRequestBuilder sent(MockHttpServletRequestBuilder request, String json) {
        return request.contentType(MediaType.APPLICATION_JSON).content(json);
    }

    private static String read(ResultActions answer, String path) throws Exception {
        var body = answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        return path.equals("$") ? body : JsonPath.read(body, path);
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return as(led.leader(), request);
    }

    private ResultActions as(MemberId who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(new SignedIn(who, "陈团长", false))));
    }
}
