package tuanju.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tuanju.faults.Trap.Harm;

/** The payment provider fails. The sandbox provider lives in the house, so its troubles are made at its own tables. */
@Tag("fault")
@DisplayName("A provider falls")
class ProviderFallsFaultIT {

    private final House house = House.wired();

    @AfterEach
    void takeTrapsAway() {
        house.wire().clear();
    }

    @Test
    @DisplayName("F-05 one refund of many that fails holds up no other, and is done in the end")
    void oneRefundFails() {
        var trap = house.wire()
                .set(Trap.before("insert into sandbox_refund", Harm.FAIL).passing(2));
        var orders = new Leading(house.world(), new Random(1)).callOff(5);
        trap.awaitSprung(Duration.ofMinutes(1));
        house.verdict("F-05 third of five refunds", 0, Duration.ZERO).holds();

        assertThat(orders).hasSize(5).allSatisfy(it -> assertThat(moneyBack(it)).isEqualTo("1 refund, all of it"));
    }

    @Test
    @DisplayName("F-30 a provider that answers with errors or not at all keeps nobody from looking around and ordering")
    void theProviderIsDown() {
        house.under("F-30 provider broken", () -> trouble(Harm.FAIL)).holds();
        house.under("F-30 provider gone", () -> trouble(Harm.CUT)).holds();
    }

    @Test
    @DisplayName("F-30 a provider that is slow holds no connection to the database")
    void theProviderIsSlow() {
        house.under("F-30 provider slow", () -> trouble(Harm.DELAY)).holds();
    }

    private Duration trouble(Harm harm) {
        house.wire().set(Trap.before("sandbox_charge", harm).times(Integer.MAX_VALUE));
        var buyer = house.world().neighbours().getFirst();
        var shopping = new Shopping(house.world(), new Random(1));
        assertThat(buyer.get("/").status()).isEqualTo(200);
        assertThat(shopping.order(buyer, house.world().cycle())).isNotNull();
        Pause.of(Rounds.lasting(Duration.ofSeconds(5), Duration.ofSeconds(60)));
        assertThat(buyer.get("/c/" + house.world().cycle().code()).status()).isEqualTo(200);
        house.wire().clear();
        return Duration.ZERO;
    }

    private String moneyBack(String order) {
        return house.database().sql("""
                        select count(r.*) || ' refund, ' || case when sum(r.amount_fen) = max(o.amount_fen) then 'all of it'
                            else sum(r.amount_fen) || ' of ' || max(o.amount_fen) end
                        from orders o join refund r on r.community_id = o.community_id and r.order_id = o.id
                        where o.code = ? and r.status = 'DONE'
                        """).param(order).query(String.class).single();
    }
}
