package tuanju.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.TeamNeighbourhoods;
import tuanju.WebTest;
import tuanju.teambuy.joining.TeamOpening;

/**
 * Every condition, key, check and lock that people at one moment lean on is taken away once, and what it is for must show
 * it. What is to catch a mutant is first seen to hold without one, so that nothing is caught by what never holds.
 */
@WebTest
@Tag("mutant")
@Import({Mutable.class, Races.class})
class SqlMutantsTest {

    /** A race that goes well once is no proof. */
    private static final int ROUNDS = 12;

    private static final String NOTHING = "select 1";

    @Autowired
    Mutable database;

    @Autowired
    JdbcConnectionDetails server;

    @Autowired
    Races races;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    TeamOpening opening;

    @Autowired
    JdbcClient jdbc;

    /** Words of a statement that are left out, or stand otherwise, and the race that leans on them. */
    enum Words {
        A_SEAT_ONLY_WHILE_ONE_IS_FREE(" and seats_taken < size", "", Races::oneSeatIsLeft),
        A_KEY_WITHOUT_ITS_LOCK(
                "where pg_try_advisory_xact_lock(hashtextextended(? || ' ' || ? || ' ' || ?, 0))\non conflict do nothing",
                "where ? || ? || ? is not null",
                Races::oneKeyIsSentByMany),
        SETTLED_ONCE(
                "on conflict do nothing",
                "on conflict (community_id, order_id) do update set settled_at = now()",
                Races::oneOrderIsSettledByMany),
        ONE_PART_GOES_BACK_AFTER_THE_OTHER(" for no key update", "", Races::moneyGoesBackInManyParts);

        private final String words;
        private final String other;
        private final Consumer<Races> race;

        Words(String words, String other, Consumer<Races> race) {
            this.words = words;
            this.other = other;
            this.race = race;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatementWithoutTheseWordsLosesItsRace(Words mutant) {
        database.inAFreshDatabase(server, NOTHING, () -> mutant.race.accept(races));

        var lost = new boolean[1];
        int statements = database.without(server, mutant.words, mutant.other, () -> {
            for (int round = 0; round < ROUNDS && !lost[0]; round++) {
                lost[0] = fails(() -> mutant.race.accept(races));
            }
        });

        assertThat(statements).as("statements with these words").isPositive();
        assertThat(lost[0]).as("a race was lost").isTrue();
    }

    /** Keys that races lean on, and conditions in functions of the database. */
    enum Changes {
        PIECES_ONLY_WHILE_THEY_ARE_THERE(
                without(" and (on_hand is null or reserved + wanted <= on_hand)", ""), Races::threePiecesAreLeft),
        NO_MORE_PIECES_THAN_EACH_MAY(
                without("sku_holding.pieces + excluded.pieces <= coalesce(", "0 <= coalesce("),
                Races::oneBuysInManyWindows),
        NOBODY_SITS_TWICE(
                "drop index seat_once_per_member_and_team; drop index seat_one_team_in_progress_per_offer",
                Races::oneSitsDownTwice),
        A_COMMAND_HAS_ONE_KEY("alter table command_key drop constraint command_key_pkey", Races::oneKeyIsSentByMany),
        AN_ORDER_IS_SETTLED_ONCE(
                "alter table settlement drop constraint settlement_pkey;"
                        + " alter table ledger_transfer drop constraint ledger_transfer_booked_once",
                Races::oneOrderIsSettledByMany),
        HOLDINGS_ARE_COUNTED_IN_ONE_ROW(
                "alter table sku_holding drop constraint sku_holding_pkey", Races::oneBuysInManyWindows);

        private final String change;
        private final Consumer<Races> race;

        Changes(String change, Consumer<Races> race) {
            this.change = change;
            this.race = race;
        }

        private static String without(String words, String other) {
            return """
                    do $mutant$
                    begin
                        execute replace(pg_get_functiondef('reserve_pieces'::regproc), '%s', '%s');
                    end $mutant$
                    """.formatted(words, other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithThisChangeLosesItsRace(Changes mutant) {
        database.inAFreshDatabase(server, NOTHING, () -> mutant.race.accept(races));

        var lost = new boolean[1];
        database.inAFreshDatabase(server, mutant.change, () -> {
            for (int round = 0; round < ROUNDS && !lost[0]; round++) {
                lost[0] = fails(() -> mutant.race.accept(races));
            }
        });

        assertThat(lost[0]).as("a race was lost").isTrue();
    }

    /** Checks of the last resort, and what somebody careless might write. */
    enum Checks {
        NEVER_OVERFULL("team", "never_overfull", "update team set seats_taken = size + 1"),
        FORMED_MEANS_FULL("team", "formed_means_full", "update team set status = 'FORMED', ended_at = now()"),
        PAID_SEATS_ARE_TAKEN("team", "paid_seats_are_taken", "update team set seats_paid = 1, seats_taken = 0"),
        NEVER_OVERSOLD("sku", "never_oversold", "update sku set on_hand = 1, reserved = 2"),
        ACCOUNTS_ARE_COVERED(
                "ledger_account",
                "ledger_account_covered",
                "insert into ledger_account (owner, kind, balance_fen) values (gen_random_uuid(), 'SALES', -1)");

        private final String table;
        private final String check;
        private final String careless;

        Checks(String table, String check, String careless) {
            this.table = table;
            this.check = check;
            this.careless = careless;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCarelesslyWrittenIsRefusedByThisCheckAlone(Checks mutant) {
        database.inAFreshDatabase(server, NOTHING, () -> {
            live();
            assertThatThrownBy(() -> jdbc.sql(mutant.careless).update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining(mutant.check);
        });
        database.inAFreshDatabase(server, "alter table " + mutant.table + " drop constraint " + mutant.check, () -> {
            live();
            assertThat(jdbc.sql(mutant.careless).update()).isPositive();
        });
    }

    private void live() {
        var home = neighbourhoods.found(1, 2);
        opening.open(home.member(0), home.offer(), home.one());
    }

    /** Whether the race is lost, or the database or the program breaks down in it. */
    private static boolean fails(Runnable race) {
        try {
            race.run();
            return false;
        } catch (AssertionError | RuntimeException lost) {
            return true;
        }
    }
}
