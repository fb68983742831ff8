package tuanju.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;
import support.TestDatabase;
import tuanju.invariant.Invariants;
import tuanju.money.Money;

/** The database refuses what would falsify the books; where its guards are taken away, the invariants find it. */
@SpringBootTest
@ActiveProfiles("test")
@Import(TestDatabase.class)
class LedgerInvariantsTest {

    private final UUID owner = UUID.randomUUID();
    private final Source source = new Source("test", UUID.randomUUID(), "taken");

    @Autowired
    private Ledger ledger;

    @Autowired
    private Invariants invariants;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transaction;

    @BeforeEach
    void somethingIsBooked() {
        var clearing = new Account(Account.Kind.PROVIDER_CLEARING, owner);
        var customers = new Account(Account.Kind.CUSTOMER_FUNDS, owner);
        ledger.post(new Transfer(source, clearing, customers, Money.ofYuan("10.00")));
        ledger.reverse(
                ledger.booked(source).orElseThrow(),
                new Source("test", UUID.randomUUID(), "back"),
                Money.ofYuan("4.00"));
        ledger.hold(new Transfer(
                new Source("test", UUID.randomUUID(), "held"),
                customers,
                new Account(Account.Kind.SALES, owner),
                Money.ofYuan("1.00")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_transfer set amount_fen = 1",
                "update ledger_entry set fen = 1",
                "update ledger_account set balance_fen = 1",
                "delete from ledger_transfer",
                "delete from ledger_entry",
                "delete from ledger_account",
                "truncate ledger_transfer cascade",
                "truncate ledger_entry",
                "truncate ledger_account"
            })
    @DisplayName("I-L4 nothing in the books is changed or deleted")
    void nothingInTheBooksIsChanged(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("append-only");
    }

    @Test
    @DisplayName("I-L1 entries that do not add up to zero are refused at commit")
    void entriesThatDoNotAddUpAreRefusedAtCommit() {
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into ledger_entry (transfer_id, owner, kind, fen)
                                select id, :owner, 'SALES', 5 from ledger_transfer where source_id = :source
                                """)
                        .param("owner", owner)
                        .param("source", source.id())
                        .update())
                .hasStackTraceContaining("do not add up to zero");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I-L1 | update ledger_entry set fen = fen + 1 where owner = '%s'",
                "I-L1 | delete from ledger_entry where owner = '%s'",
                "I-L2 | update ledger_account set balance_fen = balance_fen + 1 where owner = '%s' and kind = 'SALES'",
                "I-L3 | update ledger_account set balance_fen = balance_fen + 1 where owner = '%s'",
                "I-L5 | update ledger_transfer set step = 'taken', source_id = '%1$s' where debit_owner = '%1$s'",
                "I-L6 | update ledger_account set balance_fen = -1 where owner = '%s' and kind = 'CUSTOMER_FUNDS'",
                "I-L7 | update ledger_transfer set amount_fen = 1001 where debit_owner = '%s' and stage = 'REVERSED'",
                "I-L7 | update ledger_transfer set credit_kind = 'SALES' where debit_owner = '%s' and stage = 'REVERSED'",
                "I-L9 | update ledger_account set held_fen = 0 where owner = '%s'"
            })
    @DisplayName("I-L1 I-L2 I-L3 I-L5 I-L6 I-L7 I-L9 a planted violation is found")
    void aPlantedViolationIsFound(String id, String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("alter table ledger_account drop constraint ledger_account_covered")
                    .update();
            jdbc.sql("alter table ledger_transfer drop constraint ledger_transfer_booked_once")
                    .update();
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql.formatted(owner)).update();
            assertThat(invariants.violations()).anyMatch(it -> it.claim().startsWith(id + " "));
            status.setRollbackOnly();
        });
    }
}
