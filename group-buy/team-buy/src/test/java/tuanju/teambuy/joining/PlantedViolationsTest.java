package tuanju.teambuy.joining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.invariant.Invariants;

/** An alarm that never rings proves nothing: each violation is planted past every constraint, seen, and rolled back. */
@ModuleTest
class PlantedViolationsTest {

    private static final String WITHOUT_CHECKS = """
        do $$ declare it record; begin
            for it in select conrelid::regclass as "table", conname from pg_constraint
                where contype = 'c' and conrelid::regclass::text in ('orders', 'order_history', 'team', 'seat', 'sku')
            loop
                execute format('alter table %s drop constraint %I', it."table", it.conname);
            end loop;
        end $$
        """;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Till till;

    @Autowired
    TeamOpening opening;

    @Autowired
    TeamJoining joining;

    @Autowired
    Invariants invariants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private TeamNeighbourhood home;

    /** One team formed and one open, both of this community alone. */
    @BeforeEach
    void settle() {
        home = neighbourhoods.found(4, 2);
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var joined = joining.join(home.member(1), opened.team().code(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        till.pay(home, home.member(1), joined.order().code());
        var open = opening.open(home.member(2), home.offer(), home.one());
        till.pay(home, home.member(2), open.order().code());
        joining.join(home.member(3), open.team().code(), home.one());
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("each broken claim is seen")
    @CsvSource(delimiter = '|', textBlock = """
        I-S1 Reserved pieces are exactly | update sku set reserved = reserved + 1
        I-S1 Reserved pieces are never   | update sku set on_hand = reserved - 1
        I-S3                             | update sku_holding set pieces = pieces + 1
        I-L12                            | update orders set amount_fen = amount_fen + 1
        I-O1 The last step               | update orders set status = 'COMPLETED' where status = 'CONFIRMED'
        I-O1 Every step                  | update order_history set cause = ''
        I-O2 No order waits              | update orders set pay_before = now() - interval '2 hours', sweep_at = now() - interval '1 hour' where status = 'PLACED'
        I-O2 No collected                | update orders set status = 'COLLECTED', collected_at = now() - interval '9 days' where status = 'CONFIRMED'
        I-L13 An order is paid           | update capture set amount_fen = amount_fen - 1
        I-L13 An order is paid           | update orders set status = 'PAID' where status = 'PLACED'
        I-L13 A refunded order           | update orders set status = 'REFUNDED' where status = 'PAID'
        I-G1 No team has                 | update team set seats_taken = seats_taken + 1
        I-G1 Nobody sits                 | update seat set member_id = (select min(member_id::text)::uuid from seat s where s.community_id = seat.community_id)
        I-G2 A team is formed            | update team set status = 'FORMED' where status = 'OPEN'
        I-G2 Nobody is in progress       | update seat set in_progress = not in_progress
        I-G3                             | update team set deadline = now() - interval '1 hour' where status = 'OPEN'
        I-G4                             | update team set status = 'LAPSED', ended_at = now() - interval '1 hour' where status = 'OPEN'
        I-G6                             | update orders set status = 'PAID' where status = 'CONFIRMED'
        I-G7 Every paid seat             | update seat set status = 'PAID' where status = 'HELD'
        I-G7 Every paid order            | update seat set status = 'RELEASED' where status = 'PAID'
        I-G8                             | update team set price_fen = price_fen - 1
        """)
    void eachBrokenClaimIsSeen(String claim, String crime) {
        transaction.executeWithoutResult(status -> {
            plant(crime);
            assertThat(invariants.violations())
                    .anyMatch(violation -> violation.claim().startsWith(claim));
            status.setRollbackOnly();
        });
    }

    /** Past triggers, checks and unique keys; all of it is rolled back with the crime. */
    private void plant(String crime) {
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql("drop index seat_once_per_member_and_team, seat_one_team_in_progress_per_offer")
                .update();
        jdbc.sql(WITHOUT_CHECKS).update();
        var outside = crime.contains("select") ? crime.substring(crime.lastIndexOf(')')) : crime;
        var where = outside.contains(" where ") ? " and " : " where ";
        jdbc.sql(crime + where + "community_id = '" + home.id().value() + "'").update();
    }
}
