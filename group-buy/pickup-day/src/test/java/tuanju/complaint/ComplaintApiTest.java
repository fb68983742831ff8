package tuanju.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import support.Invariants;
import support.ModuleTest;
import support.Patience;
import support.Visitor;
import tuanju.desk.Desks;
import tuanju.desk.handover.HandingOver;
import tuanju.member.SignedIn;
import tuanju.order.aftersale.Allowances;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

@ModuleTest
class ComplaintApiTest {

    private static final String SHORT =
            "{\"product\":\"荔枝\",\"spec\":\"每箱四斤\",\"kind\":\"SHORT\",\"pieces\":1,\"amountFen\":%s,\"note\":\"少一箱\"}";

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    HandingOver handingOver;

    @Autowired
    Allowances allowances;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Cycle cycle;
    private PlacedOrder order;
    private SignedIn buyer;
    private SignedIn operator;
    private String mine = "";
    private String gate = "";

    @BeforeEach
    void aBuyerOrdered() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led);
        order = neighbourhood.order(cycle, new Wish("86", "701", "马仁毅", 2)).getFirst();
        buyer = new SignedIn(neighbourhood.signUp("马仁毅"), "马仁毅", false);
        operator = new SignedIn(neighbourhood.signUp("运营"), "运营", true);
        jdbc.sql("update orders set buyer_id = :buyer where id = :id")
                .param("buyer", buyer.member().value())
                .param("id", order.id().value())
                .update();
        jdbc.sql("update member set operator = true where id = :id")
                .param("id", operator.member().value())
                .update();
        mine = "/api/v1/orders/" + order.code() + "/complaints";
        gate = "/api/v1/cycles/" + cycle.code() + "/bags/" + order.code() + "/complaints";
    }

    @Test
    void whatABuyerReportsWaitsForTheOperatorAndIsGivenOnce() throws Exception {
        collect();
        for (int i = 0; i < 2; i++) {
            asBuyer(json(post(mine), SHORT.formatted(1200)).header("Idempotency-Key", "c1"))
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.status").value("WAITING"))
                    .andExpect(jsonPath("$.byBuyer").value(true))
                    .andExpect(jsonPath("$.givenFen").value(0));
        }
        asBuyer(json(post(mine), SHORT.formatted(1200)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:complaint-waiting"));

        decide(900, "").andExpect(status().isBadRequest());
        decide(900, "称过了，少九元")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.givenFen").value(900));
        decide(1200, "").andExpect(status().isConflict());

        asBuyer(get(mine))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].status").value("GIVEN"))
                .andExpect(jsonPath("$[0].answer").value("称过了，少九元"));
        assertThat(allowances.of(led.community().id(), order.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.amount().fen()).isEqualTo(900));
        Invariants.check(jdbc);
    }

    @Test
    void itIsReportedBetweenTheHandOverAndTheEnd() throws Exception {
        asBuyer(json(post(mine), SHORT.formatted(1200)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tuanju:problem:complaint-not-now"));
        collect();
        asBuyer(json(post(mine), SHORT.formatted(1200))).andExpect(status().isCreated());
    }

    @Test
    void whatIsMissingOrTooMuchIsSaidByField() throws Exception {
        collect();
        refused(SHORT.formatted(9_999_900))
                .andExpect(jsonPath("$.errors[0].field").value("yuan"));
        refused("{\"kind\":\"SHORT\"}").andExpect(jsonPath("$.errors[0].field").value("product"));
        refused("{\"product\":\"荔枝\",\"spec\":\"每箱四斤\"}")
                .andExpect(jsonPath("$.errors[0].field").value("kind"));
        refused("{\"product\":\"荔枝\",\"spec\":\"每箱四斤\",\"kind\":\"UNCLAIMED\"}")
                .andExpect(jsonPath("$.errors[0].field").value("kind"));
        refused("{\"product\":\"荔枝\",\"spec\":\"每箱四斤\",\"kind\":\"DAMAGED\"}")
                .andExpect(jsonPath("$.errors[0].field").value("photo"));
        refused("{\"product\":\"荔枝\",\"spec\":\"每箱四斤\",\"kind\":\"SHORT\",\"pieces\":9}")
                .andExpect(jsonPath("$.errors[0].field").value("pieces"));
        refused("{\"wish\":1}");
        asBuyer(json(post(mine), "{\"product\":\"榴莲\",\"kind\":\"SHORT\"}")).andExpect(status().isNotFound());
        asBuyer(get(mine)).andExpect(jsonPath("$").isEmpty());
    }

    @Test
    void whatIsDamagedComesWithItsPhoto() throws Exception {
        collect();
        asBuyer(damaged(mine))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.photo").isNotEmpty());
    }

    @Test
    void atTheGateTheLeadersAllowanceCarriesItAndADeputyFindsNothing() throws Exception {
        as(led.signedIn(), damaged(gate).header("Idempotency-Key", "g1"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.status").value("GIVEN"))
                .andExpect(jsonPath("$.givenFen").value(420));
        as(led.signedIn(), json(post(gate), SHORT.formatted(5990)))
                .andExpect(jsonPath("$.status").value("WAITING"));

        as(led.signedIn(), get("/api/v1/cycles/" + cycle.code() + "/complaints"))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].byBuyer").value(false));
        as(buyer, get("/api/v1/cycles/" + cycle.code() + "/complaints")).andExpect(status().isNotFound());
        as(buyer, json(post(gate), SHORT.formatted(100))).andExpect(status().isNotFound());
    }

    @Test
    void othersOrdersAndTheOperatorsListAreNotThere() throws Exception {
        collect();
        as(led.signedIn(), get(mine)).andExpect(status().isNotFound());
        as(led.signedIn(), json(post(mine), SHORT.formatted(100))).andExpect(status().isNotFound());
        as(led.signedIn(), get("/api/v1/complaints")).andExpect(status().isNotFound());
        asBuyer(json(post(mine), SHORT.formatted(100)));
        as(buyer, json(put(decision()), "{\"givenFen\":100}")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("I-C3 of four that report the same goods at once, one waits")
    void reportedManyTimesAtOnce() throws Exception {
        collect();
        var start = new CyclicBarrier(4);
        Callable<Integer> report = () -> {
            start.await(Patience.SECONDS, TimeUnit.SECONDS);
            return asBuyer(json(post(mine), SHORT.formatted(1200)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        };
        try (var pool = Executors.newFixedThreadPool(4)) {
            var answers = pool.invokeAll(List.of(report, report, report, report), 30, TimeUnit.SECONDS);
            var told = new java.util.ArrayList<Integer>();
            for (var answer : answers) {
                told.add(answer.get());
            }
            assertThat(told).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
        asBuyer(get(mine)).andExpect(jsonPath("$.length()").value(1));
    }

    private void collect() {
        handingOver.handOver(
                desks.ofCycle(led.leader(), cycle.code()), List.of(order.id().value()));
    }

    private ResultActions refused(String body) throws Exception {
        return asBuyer(json(post(mine), body)).andExpect(status().isBadRequest());
    }

    private ResultActions decide(int fen, String answer) throws Exception {
        return as(operator, json(put(decision()), "{\"givenFen\":" + fen + ",\"answer\":\"" + answer + "\"}"));
    }

    private String decision() {
        var id = jdbc.sql("select id from complaint where order_id = :order")
                .param("order", order.id().value())
                .query(java.util.UUID.class)
                .single();
        return "/api/v1/complaints/" + led.community().id().value() + "/" + id + "/decision";
    }

    private static AbstractMockHttpServletRequestBuilder<?> damaged(String where) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return multipart(where)
                .file(new MockMultipartFile("photo", "a.png", "image/png", bytes.toByteArray()))
                .param("product", "荔枝")
                .param("spec", "每箱四斤")
                .param("kind", "DAMAGED")
                .param("amountFen", "420");
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B json(B request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private ResultActions asBuyer(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return as(buyer, request);
    }

    private ResultActions as(SignedIn who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        request.with(csrf());
        return mvc.perform(request.with(Visitor.signedIn(who)));
    }
}
