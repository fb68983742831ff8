package tuanju.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static support.Patience.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.Till;
import support.Together;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.coupon.CouponGiving;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.link.Attributions;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.money.Percentage;
import tuanju.order.OrderId;
import tuanju.referral.AgainstTheLaw;

@ModuleTest
@DisplayName("Whoever brings a neighbour, and the neighbour, get a coupon each")
class InvitingTest {

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private CouponGiving giving;

    @Autowired
    private Communities communities;

    @Autowired
    private Attributions attributions;

    @Autowired
    private Inviting inviting;

    @Autowired
    private CycleRound round;

    @Autowired
    private Till till;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private @Nullable CycleCard cycle;
    private @Nullable Code campaign;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(4);
        cycle = round.open(home, null, CycleRound.eggs(20_00));
        campaign = giving.openInvite(home.member(3), home.id(), gift(null), 1);
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    private static CouponGiving.Gift gift(@Nullable Percentage percent) {
        return new CouponGiving.Gift(
                "带邻居来", Money.ofYuan("5"), percent, Money.ofYuan("20"), null, Money.ofYuan("100"), Duration.ofDays(30));
    }

    private Code broughtBy(MemberId inviter, int member) {
        var cycleCode = Objects.requireNonNull(cycle).code().value();
        jdbc.sql("insert into shared_link (community_id, id, code, sharer_id, target_kind, target_code)"
                        + " values (?, uuidv7(), ?, ?, 'cycle', ?) on conflict do nothing")
                .params(home.id().value(), communities.nextCode(home.id()).value(), inviter.value(), cycleCode)
                .update();
        var link = jdbc.sql("select code from shared_link where community_id = ? and sharer_id = ?")
                .params(home.id().value(), inviter.value())
                .query((row, number) -> new Code(row.getString(1)))
                .single();
        var order = round.placed(home, Objects.requireNonNull(cycle), member, 1);
        attributions
                .noting(home.id(), new OrderId(till.idOf(order)), home.member(member), link)
                .forEach(it -> jdbc.sql(it.statement())
                        .params(it.values())
                        .query(Boolean.class)
                        .single());
        till.pay(home, home.member(member), order);
        return order;
    }

    private void isNoted(int number) {
        await().untilAsserted(() -> assertThat(count("select count(*) from invite where community_id = ?"))
                .isEqualTo(number));
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(home.id().value()).query(Integer.class).single();
    }

    private void complete(Code order) {
        for (var status : List.of("CONFIRMED", "COLLECTED", "COMPLETED")) {
            jdbc.sql("""
                update orders set status = :to, collected_at = case when :to = 'CONFIRMED' then null else now() end
                where id = :order and status <> :to
                """).param("to", status).param("order", till.idOf(order)).update();
        }
    }

    private void look() {
        inviting.waiting().forEach(inviting::look);
    }

    private int couponsOf(MemberId member) {
        return jdbc.sql("""
            select count(*) from coupon where community_id = ? and member_id = ? and withdrawn_at is null
            """)
                .params(home.id().value(), member.value())
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("C-02 I-N2 after the first order is completed, not before, once, and however many look at once")
    void bothOnce() {
        var order = broughtBy(home.member(1), 0);
        isNoted(1);
        look();
        assertThat(couponsOf(home.member(0))).isZero();

        complete(order);
        var waiting = inviting.waiting();
        Together.run(IntStream.range(0, 24)
                .mapToObj(it -> Together.act(() -> waiting.forEach(inviting::look)))
                .toList());

        assertThat(couponsOf(home.member(0))).isEqualTo(1);
        assertThat(couponsOf(home.member(1))).isEqualTo(1);
        complete(broughtBy(home.member(1), 0));
        look();
        assertThat(couponsOf(home.member(1))).isEqualTo(1);
    }

    @Test
    @DisplayName("C-02 I-N1 no more a month than was said, for who brings; the neighbour has theirs")
    void cappedPerMonth() {
        complete(broughtBy(home.member(1), 0));
        complete(broughtBy(home.member(1), 2));
        isNoted(2);
        look();

        assertThat(couponsOf(home.member(1))).isEqualTo(1);
        assertThat(couponsOf(home.member(0))).isEqualTo(1);
        assertThat(couponsOf(home.member(2))).isEqualTo(1);
    }

    @Test
    @DisplayName("unused they are taken back when that order is refunded whole")
    void takenBack() {
        var order = broughtBy(home.member(1), 0);
        isNoted(1);
        complete(order);
        look();
        transaction.executeWithoutResult(status -> inviting.refunded(home.id(), till.idOf(order)));

        assertThat(couponsOf(home.member(0))).isZero();
        assertThat(couponsOf(home.member(1))).isZero();
    }

    @Test
    @DisplayName("A-41 nobody brings themselves, and who has bought here before is nobody's new neighbour")
    void neitherOneselfNorAgain() {
        broughtBy(home.member(0), 0);
        till.pay(home, home.member(2), round.placed(home, Objects.requireNonNull(cycle), 2, 1));
        broughtBy(home.member(1), 2);
        complete(broughtBy(home.member(1), 3));
        isNoted(1);

        assertThatThrownBy(() -> jdbc.sql("""
            insert into invite (community_id, invited_id, inviter_id, order_id, campaign_id, state)
            values (?, ?, ?, uuidv7(), uuidv7(), 'WAITING')
            """)
                        .params(
                                home.id().value(),
                                home.member(1).value(),
                                home.member(1).value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void isFlatAndClaimedByNobody() {
        assertThatThrownBy(() -> giving.openInvite(home.member(3), home.id(), gift(Percentage.ofPercent(5)), 1))
                .isInstanceOf(AgainstTheLaw.class);
        assertThatThrownBy(() -> giving.openInvite(home.member(3), home.id(), gift(null), 11))
                .isInstanceOf(AgainstTheLaw.class);
        assertThatThrownBy(() -> giving.give(home.member(0), Objects.requireNonNull(campaign)))
                .isInstanceOf(Refusal.class);
    }
}
