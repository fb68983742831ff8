package tuanju.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.money.Money;
import tuanju.postgres.EmbeddedDatabase;

/** W-18: the program's own role keeps books; it cannot rewrite them even where no trigger looks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerRightsTest {

    private static final String DENIED = "permission denied";

    private final UUID owner = UUID.randomUUID();
    private final Account clearing = new Account(Account.Kind.PROVIDER_CLEARING, owner);
    private final Account customers = new Account(Account.Kind.CUSTOMER_FUNDS, owner);
    private final Account sales = new Account(Account.Kind.SALES, owner);

    private EmbeddedPostgres server;
    private JdbcClient program;
    private JdbcClient owners;

    @BeforeAll
    void twoRoles() throws IOException {
        server = EmbeddedDatabase.throwAway();
        owners = JdbcClient.create(server.getPostgresDatabase());
        owners.sql("create role tuanju_app login").update();
        Flyway.configure()
                .dataSource(server.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        program = JdbcClient.create(server.getDatabase("tuanju_app", "postgres"));
    }

    @AfterAll
    void close() throws IOException {
        server.close();
    }

    @Test
    @DisplayName("I-L4 what the books need is allowed: booking, holding, settling and reversing")
    void theProgramKeepsBooks() {
        var ledger = new Ledger(program);
        var taken = source("taken");
        ledger.post(new Transfer(taken, clearing, customers, Money.ofYuan("10.00")));
        var hold = ledger.hold(new Transfer(source("held"), customers, sales, Money.ofYuan("4.00")));
        ledger.settle(hold, source("settled"), Money.ofYuan("4.00"));
        ledger.reverse(ledger.booked(taken).orElseThrow(), source("back"), Money.ofYuan("6.00"));
        assertThat(balances()).containsExactly(0L, 4_00L, -4_00L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_transfer set amount_fen = 1",
                "update ledger_entry set fen = 1",
                "update ledger_account set balance_fen = 1",
                "insert into ledger_entry (transfer_id, owner, kind, fen) select id, debit_owner, 'SALES', 5 from ledger_transfer",
                "insert into ledger_account (owner, kind, balance_fen) values (gen_random_uuid(), 'SALES', 5)",
                "delete from ledger_transfer",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "create temporary table forged (like ledger_entry)",
                "select ledger_lock_accounts(array[]::ledger_account[])",
                "update audit_entry set action = ''",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from flyway_schema_history"
            })
    @DisplayName("I-L4 A-93 the program's role may not rewrite books and trail")
    void theProgramRewritesNothing(String sql) {
        assertThatThrownBy(() -> program.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining(DENIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table ledger_entry disable trigger all",
                "drop table audit_entry",
                "create table mine (n int)",
                "create role another"
            })
    void theProgramChangesNoTable(String sql) {
        assertThatThrownBy(() -> program.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    @DisplayName("A-93 the books' own triggers, which have their owner's rights, are hung on no other table")
    void theBooksTriggersStayWithTheBooks() {
        assertThat(owners.sql("select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"
                                + " and has_function_privilege('tuanju_app', oid, 'execute')")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private List<Long> balances() {
        return List.of(customers, sales, clearing).stream()
                .map(it -> owners.sql("select balance_fen from ledger_account where owner = ? and kind = ?")
                        .param(it.owner())
                        .param(it.kind().name())
                        .query(Long.class)
                        .single())
                .toList();
    }

    private static Source source(String step) {
        return new Source("test", UUID.randomUUID(), step);
    }
}
