package tuanju.shopping;

import static org.assertj.core.api.Assertions.assertThat;
import static support.Patience.await;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tuanju.community.Communities;
import tuanju.membership.Memberships;

@ShopTest
@DisplayName("A member takes a plan without script, pays for it, reads what it saved and ends it")
class TakingAPlanTest {

    @LocalServerPort
    int port;

    @Autowired
    Street street;

    @Autowired
    Memberships memberships;

    @Autowired
    Communities communities;

    @Autowired
    JdbcClient jdbc;

    private Street.Home home;
    private Street.Neighbour me;

    @BeforeEach
    void aPlan() {
        home = street.found(2);
        me = street.neighbour("王阿姨");
        memberships.join(me.id(), home.id());
    }

    @Test
    @DisplayName("I-E1 I-E2 taken, paid at the provider, running; then ended, with the sum said before")
    void fromTakingToEnding() {
        var leader = new Visitor(port).signIn(street, home.leader());
        leader.get("/lead/plans/new");
        leader.submit(
                "/lead/plans",
                Map.of(
                        "community",
                        communities.get(home.id()).shortCode(),
                        "title",
                        "团友卡",
                        "price",
                        "30",
                        "days",
                        "30",
                        "percent",
                        "5",
                        "campaign",
                        ""));
        var visitor = new Visitor(port).signIn(street, me);
        visitor.get("/me/plans");
        assertThat(visitor.page()).contains("团友卡", "买满 ¥600.00 才回本", "不自动续");
        visitor.submit("/plans/" + plan() + "/subscriptions", Map.of());
        var mine = visitor.location();
        assertThat(mine).startsWith("/me/plans/");
        visitor.follow();
        assertThat(visitor.page()).contains("付款 ¥30.00").doesNotContain("提前结束");

        visitor.submit(mine + "/payments", Map.of("provider", "sandbox"));
        assertThat(visitor.location()).startsWith("/sandbox/pay/");
        var payPath = visitor.location();
        visitor.get(payPath);
        visitor.submit(payPath, Map.of("outcome", "PAID"));
        await().untilAsserted(() -> {
            visitor.get(mine);
            assertThat(visitor.page()).contains("有效", "还没回本，差 ¥30.00");
        });
        assertThat(visitor.page()).contains("还有 29 天没开始：退 ¥29.00");

        visitor.submit(mine + "/end", Map.of());
        visitor.follow();
        assertThat(visitor.page()).contains("¥29.00 原路退回", "已提前结束");
        visitor.get("/me/plans");
        assertThat(visitor.page()).contains("以前的");
    }

    private String plan() {
        return jdbc.sql("select code from plan where community_id = ?")
                .param(home.id().value())
                .query(String.class)
                .single();
    }
}
