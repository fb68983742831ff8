package tuanju.commission.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.ModuleTest;

@ModuleTest
@DisplayName("C-09 chains and trees are found in the sales, and reported only")
class BringingReportTest {

    @Autowired
    private BringingReport report;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final UUID home = UUID.randomUUID();

    @Test
    void twoPeopleAreNoChainAndThreeAre() {
        var anna = UUID.randomUUID();
        var bert = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            sale(anna, bert);
            sale(anna, bert);
            assertThat(here(report.now())).isEqualTo("0 0 0");
            sale(bert, UUID.randomUUID());
            assertThat(here(report.now())).isEqualTo("1 0 0");
            assertThat(report.now().chains()).anySatisfy(it -> {
                assertThat(it.first().value()).isEqualTo(anna);
                assertThat(it.people()).isEqualTo(3);
                assertThat(it.depth()).isEqualTo(3);
            });
        });
    }

    @Test
    void thirtyPeopleAreATree() {
        var anna = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (int at = 0; at < 28; at++) {
                sale(anna, UUID.randomUUID());
            }
            assertThat(here(report.now())).isEqualTo("0 0 0");
            sale(anna, UUID.randomUUID());
            assertThat(here(report.now())).isEqualTo("0 1 0");
        });
    }

    @Test
    @DisplayName("who brought each other is a pair, and ends no look")
    void aRingEndsNoLook() {
        var anna = UUID.randomUUID();
        var bert = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            sale(anna, bert);
            sale(bert, anna);
            sale(UUID.randomUUID(), anna);
            assertThat(here(report.now())).isEqualTo("1 0 1");
        });
    }

    private String here(Bringing it) {
        return it.chains().stream()
                        .filter(one -> one.community().value().equals(home))
                        .count()
                + " "
                + it.trees().stream()
                        .filter(one -> one.community().value().equals(home))
                        .count()
                + " "
                + it.pairs().stream()
                        .filter(one -> one.community().value().equals(home))
                        .count();
    }

    private void sale(UUID referrer, UUID buyer) {
        jdbc.sql("""
            insert into commission (community_id, order_id, order_code, referrer_id, buyer_id, link_code, placed_at)
            values (?, ?, 'AAAA0000000000', ?, ?, 'AAAA0000000000', now())
            """).params(home, UUID.randomUUID(), referrer, buyer).update();
    }
}
