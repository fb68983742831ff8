package tuanju.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import support.Invariants;
import support.ModuleTest;
import support.Patience;
import support.Visitor;
import tuanju.command.Refusal;
import tuanju.desk.Bag;
import tuanju.desk.BagDecision.Outcome;
import tuanju.desk.Desk;
import tuanju.desk.Desks;
import tuanju.desk.LookingAtDesks;
import tuanju.desk.handover.HandingOver;
import tuanju.order.fulfilment.AlreadyCollected;
import tuanju.order.life.PlacedOrder;
import tuanju.pickup.PickupNeighbourhood;
import tuanju.pickup.PickupNeighbourhood.Cycle;
import tuanju.pickup.PickupNeighbourhood.Led;
import tuanju.pickup.PickupNeighbourhood.Wish;

/** What the desk makes of bags that were given away or returned. */
@ModuleTest
class DecidedBagsTest {

    @Autowired
    PickupNeighbourhood neighbourhood;

    @Autowired
    Desks desks;

    @Autowired
    LookingAtDesks looking;

    @Autowired
    HandingOver handingOver;

    @Autowired
    Keeping keeping;

    @Autowired
    MockMvc mvc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private Led led;
    private Cycle cycle;
    private Desk desk;

    @BeforeEach
    void nobodyCameForDays() {
        led = neighbourhood.found();
        cycle = neighbourhood.cycle(led, Instant.now().minus(6, ChronoUnit.DAYS));
        desk = desks.ofCycle(led.leader(), cycle.code());
    }

    @Test
    void whatWasGivenAwayNoLongerWaitsAndSaysByWhomAndWhen() {
        var gone = order("86", "701", "马仁毅");
        order("86", "1101", "龚开梦");

        keeping.decide(desk, gone.code().value(), Step.GIVEN_AWAY);

        assertThat(looking.bags(desk))
                .extracting(Bag::room, Bag::waits)
                .containsExactly(tuple("701", false), tuple("1101", true));
        assertThat(looking.bags(desk).getFirst().decided()).satisfies(decided -> {
            assertThat(Objects.requireNonNull(decided).outcome()).isEqualTo(Outcome.GIVEN_AWAY);
            assertThat(decided.by()).isEqualTo("陈团长");
            assertThat(decided.at()).isNotEmpty();
        });
    }

    @Test
    void itIsHandedOverOnlyAfterItWaitsAgain() {
        var gone = order("86", "701", "马仁毅");
        keeping.decide(desk, gone.code().value(), Step.RETURNED);

        assertThatThrownBy(() -> handingOver.handOver(desk, List.of(gone.id().value())))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.getStatus()).isEqualTo(409);
                    assertThat(refusal.getType()).isEqualTo("bag-returned");
                });
        assertThat(neighbourhood.status(gone)).isEqualTo("CONFIRMED");

        keeping.reopen(desk, gone.code().value());
        handingOver.handOver(desk, List.of(gone.id().value()));

        assertThat(neighbourhood.status(gone)).isEqualTo("COLLECTED");
        assertThat(looking.bags(desk))
                .singleElement()
                .satisfies(bag -> assertThat(bag.decided()).isNull());
        Invariants.check(jdbc);
    }

    @Test
    void neighboursBehindOneDoorKeepTheirs() {
        var gone = order("86", "701", "马仁毅");
        keeping.decide(desk, gone.code().value(), Step.GIVEN_AWAY);
        var later = order("86", "701", "马仁毅");

        assertThat(looking.bags(desk)).singleElement().satisfies(bag -> {
            assertThat(bag.waits()).isTrue();
            assertThat(bag.decided()).isNull();
            assertThat(bag.orders())
                    .filteredOn(Bag.Part::waits)
                    .extracting(Bag.Part::code)
                    .containsExactly(later.code().value());
        });
    }

    @Test
    void thePageCountsItApartAndRefusesItInWords() throws Exception {
        var gone = order("86", "701", "马仁毅");
        order("3", "1701", "邬肖任");
        keeping.decide(desk, gone.code().value(), Step.GIVEN_AWAY);
        var bag = desk.path() + "/bags/" + gone.code();

        asLeader(get(desk.path()))
                .andExpect(content().string(containsString("还剩 1 户")))
                .andExpect(content().string(containsString("0 / 1")))
                .andExpect(content().string(containsString("另有 1 户没来拿")))
                .andExpect(content().string(containsString("陈团长 送人了")));
        asLeader(get(bag))
                .andExpect(content().string(containsString("重新等人来拿")))
                .andExpect(content().string(not(containsString("全部提走"))));
        asLeader(post(bag + "/handovers").param("commandKey", UUID.randomUUID().toString()))
                .andExpect(redirectedUrl(bag))
                .andExpect(flash().attribute("flashError", containsString("已经送人了")));
        asLeader(get(bag + "/building"))
                .andExpect(content().string(not(containsString(gone.code().value() + "\""))));
    }

    @Test
    void thePhoneWithoutNetworkKnowsItTooAndIsRefused() throws Exception {
        var gone = order("86", "701", "马仁毅");
        keeping.decide(desk, gone.code().value(), Step.RETURNED);

        asLeader(get(desk.path() + "/snapshot"))
                .andExpect(jsonPath("$.bags[0].orders[0].decided").value("RETURNED"))
                .andExpect(jsonPath("$.bags[0].orders[0].collected").value(false))
                .andExpect(jsonPath("$.bags[0].orders[0].by").value("陈团长"));
        var act = "{\"acts\":[{\"id\":\"%s\",\"kind\":\"HANDOVER\",\"order\":\"%s\"}]}"
                .formatted(UUID.randomUUID(), gone.code());
        asLeader(post(desk.path() + "/syncs")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(act))
                .andExpect(jsonPath("$.acts[0].outcome").value("REFUSED"))
                .andExpect(jsonPath("$.acts[0].sentence").value(containsString("退给供货商")));
        assertThat(neighbourhood.status(gone)).isEqualTo("CONFIRMED");
    }

    @Test
    @DisplayName("I-K6 of a hand-over and a decision at once one counts")
    void handedOverAndGivenAwayAtOnce() throws Exception {
        for (int round = 0; round < 8; round++) {
            var order = order("86", "70" + round, "马仁毅");
            var start = new CyclicBarrier(2);
            try (var pool = Executors.newFixedThreadPool(2)) {
                var given = pool.submit(
                        first(start, () -> keeping.decide(desk, order.code().value(), Step.GIVEN_AWAY)));
                var handed = pool.submit(first(
                        start,
                        () -> handingOver.handOver(desk, List.of(order.id().value()))));
                boolean away = given.get(Patience.SECONDS, TimeUnit.SECONDS);
                assertThat(away ^ handed.get(Patience.SECONDS, TimeUnit.SECONDS))
                        .isTrue();
                assertThat(neighbourhood.status(order)).isEqualTo(away ? "CONFIRMED" : "COLLECTED");
            }
        }
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName("I-K6 a bag both given away and handed over is found")
    void whatIsBothIsFound() {
        var gone = order("86", "701", "马仁毅");
        keeping.decide(desk, gone.code().value(), Step.GIVEN_AWAY);
        transaction.executeWithoutResult(planted -> {
            planted.setRollbackOnly();
            jdbc.sql(
                            "update orders set status = 'COLLECTED', collected_at = now(), change_cause = 'collected' where id = ?")
                    .param(gone.id().value())
                    .update();
            assertThatThrownBy(() -> Invariants.check(jdbc)).hasMessageContaining("I-K6");
        });
    }

    private static Callable<Boolean> first(CyclicBarrier start, Runnable act) {
        return () -> {
            start.await(Patience.SECONDS, TimeUnit.SECONDS);
            try {
                act.run();
                return true;
            } catch (AlreadyCollected collected) {
                return false;
            } catch (Refusal refusal) {
                assertThat(refusal.getType()).isIn("bag-given-away", "not-found");
                return false;
            }
        };
    }

    private PlacedOrder order(String building, String room, String name) {
        return neighbourhood.order(cycle, new Wish(building, room, name, 1)).getFirst();
    }

    private ResultActions asLeader(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Visitor.signedIn(led.signedIn())));
    }
}
