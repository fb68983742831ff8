package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import tuanju.invariant.Invariants;

/** An alarm that never rings proves nothing: each violation is planted past every constraint, seen, and rolled back. */
@ModuleTest
class PlantedCyclesTest {

    private static final String WITHOUT_CHECKS = """
        do $$ declare it record; begin
            for it in select conrelid::regclass as "table", conname from pg_constraint
                where contype = 'c' and conrelid::regclass::text in
                    ('orders', 'order_adjustment', 'order_cycle', 'order_cycle_history', 'cycle_product', 'cycle_reservation')
            loop
                execute format('alter table %s drop constraint %I', it."table", it.conname);
            end loop;
        end $$
        """;

    @Autowired
    Neighbourhoods neighbourhoods;

    @Autowired
    CycleRound round;

    @Autowired
    Invariants invariants;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Neighbourhood home;

    /** One cycle decided and settled with a cut, and one open with an order paid. */
    @BeforeEach
    void settle() {
        home = neighbourhoods.found(3);
        var decided = round.open(home, null, CycleRound.cased(10_00, 4));
        round.paid(home, decided, 0, 3);
        round.paid(home, decided, 1, 2);
        round.letTheCutOffCome(decided);
        round.decide(decided);
        round.settleAll(decided);
        round.paid(home, round.open(home, null, CycleRound.eggs(10_00)), 2, 1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("each broken claim is seen")
    @CsvSource(delimiter = '|', textBlock = """
        I-C1                            | update cycle_product set taken = taken + 1
        I-C2 The last step              | update order_cycle set status = 'DONE' where status = 'OPEN'
        I-C2 Every step                 | update order_cycle_history set to_status = 'ARRIVED' where from_status = 'OPEN'
        I-C3                            | update order_cycle set cut_off = now() - interval '2 hours' where status = 'OPEN'
        I-C4 Cases are full             | update cycle_reservation set given = given - 1 where given = 3
        I-C4 Nobody                     | update cycle_reservation set given = 9 where given is not null
        I-C4 Nobody                     | update cycle_reservation set given_cause = 'as-ordered' where given < quantity
        I-C5                            | update order_cycle set status = 'LAPSED', lapsed_at = now() - interval '1 hour' where status = 'OPEN'
        I-C6                            | update cycle_reservation set given = given + 1 where settled_at is not null
        I-C7                            | update order_cycle set closed_at = now() - interval '1 hour' where status = 'CLOSED'
        I-L13 What went back            | update orders set returned_fen = returned_fen + 1 where returned_fen > 0
        I-L13 What went back            | update order_adjustment set fen = fen - 1
        I-L13 An order is paid          | update orders set returned_fen = 0 where returned_fen > 0
        """)
    void eachBrokenClaimIsSeen(String claim, String crime) {
        transaction.executeWithoutResult(status -> {
            plant(crime);
            assertThat(invariants.violations())
                    .anyMatch(violation -> violation.claim().startsWith(claim));
            status.setRollbackOnly();
        });
    }

    /** Past triggers and checks; all of it is rolled back with the crime. */
    private void plant(String crime) {
        jdbc.sql("set local session_replication_role = replica").update();
        jdbc.sql(WITHOUT_CHECKS).update();
        if (crime.contains("closed_at")) {
            jdbc.sql("update cycle_reservation set settled_at = null where community_id = ?")
                    .param(home.id().value())
                    .update();
        }
        var where = crime.contains(" where ") ? " and " : " where ";
        jdbc.sql(crime + where + "community_id = '" + home.id().value() + "'").update();
    }
}
