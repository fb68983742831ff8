package tuanju.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tuanju.invariant.Invariants;

/** Each claim about payments is broken on purpose and must be found. */
class PaymentInvariantsTest extends PaymentExample {

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private Invariants invariants;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I-G5 | update capture set outcome = 'REFUND' where community_id = '%s'",
                "I-G5 | update capture set outcome = 'EXCEPTION' where community_id = '%s'",
                "I-G5 | update payment set status = 'CLOSED' where community_id = '%s'",
                "I-L10 | update capture set amount_fen = amount_fen + 1 where community_id = '%s'",
                "I-L10 | delete from capture where community_id = '%s'",
                "I-L14 | update payment set captured_fen = captured_fen + 1 where community_id = '%s'",
                "I-L14 | update payment set refunded_fen = 1 where community_id = '%s'",
                "I-O2 | update payment set status = 'CREATED', pay_before = now() - interval '2 days', next_query_at = null where community_id = '%s'"
            })
    @DisplayName("I-G5 I-L10 I-L14 I-O2 a planted violation is found")
    void aPlantedViolationIsFound(String id, String sql) {
        paid("sandbox");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql.formatted(community.value())).update();
            assertThat(invariants.violations()).anyMatch(it -> it.claim().startsWith(id + " "));
            status.setRollbackOnly();
        });
    }

    @Test
    @DisplayName("I-L10 a refund that is open for more than a week without a case is found")
    void aForgottenRefundIsFound() {
        paid("sandbox");
        transaction.executeWithoutResult(status -> {
            refunds.request(community, order, PRICE, "left", "1");
            jdbc.sql("update refund set requested_at = now() - interval '8 days' where community_id = ?")
                    .param(community.value())
                    .update();
            assertThat(invariants.violations()).anyMatch(it -> it.claim().contains("seven days"));
            status.setRollbackOnly();
        });
    }
}
