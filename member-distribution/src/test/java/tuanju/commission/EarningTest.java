package tuanju.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static support.Patience.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import support.TeamNeighbourhoods;
import tuanju.community.Code;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleRound;
import tuanju.cycle.ProductTerms;
import tuanju.ledger.Account;
import tuanju.link.Target;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderChange;
import tuanju.order.WhenFull;
import tuanju.order.aftersale.AdjustmentKind;
import tuanju.order.aftersale.CalledOff;
import tuanju.order.aftersale.LineKeep;
import tuanju.price.BroughtAlong;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.joining.TeamOpening;

@DisplayName("A referrer earns by what their own link brought")
class EarningTest extends CommissionExample {

    @Autowired
    private Ruling ruling;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private CommissionRows rows;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Proposing proposing;

    @Autowired
    private CalledOff calledOff;

    @Autowired
    private TeamNeighbourhoods teams;

    @Autowired
    private TeamOpening opening;

    @Autowired
    private TeamJoining joining;

    private CycleCard cycle;

    @BeforeEach
    void open() {
        cycle = round.open(
                home,
                null,
                CycleRound.eggs(20_00),
                CycleRound.cased(10_00, 1),
                CycleRound.pears(5_00, new ProductTerms(1, null)));
    }

    @Test
    @DisplayName("I-Y2 I-Y4 8 % of what is kept, confirmed when bought, theirs when settled")
    void theWayOfACommission() {
        var order = paid(cycle, 1, link(cycle), 2, 0, 0);

        var pending = rows.find(home.id(), id(order)).orElseThrow();
        assertThat(pending.state()).isEqualTo(State.CONFIRMED);
        assertThat(pending.amount()).isEqualTo(Money.ofFen(3_20));
        assertThat(balance(Account.Kind.COMMISSION)).isZero();

        settled(cycle, order);

        assertThat(rows.find(home.id(), id(order)).orElseThrow().state()).isEqualTo(State.VESTED);
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(3_20);
    }

    @Test
    @DisplayName("by a team's seat it is pending until the team has formed, and nothing when it lapses")
    void untilTheTeamFormed() {
        var offer = teams.offer(home, 40_00, 2);
        var link = links.make(me(), new Target("offer", offer), "");
        var wish = new SeatRequest(1, WhenFull.REFUND, home.point().id(), "", null, link, BroughtAlong.BEST);
        var opened = opening.open(home.member(1), offer, wish);
        till.pay(home, home.member(1), opened.order().code());
        heard();
        assertThat(state(opened.order().code())).isEqualTo(State.PENDING);

        var joined = joining.join(home.member(2), opened.team().code(), wish);
        till.pay(home, home.member(2), joined.order().code());
        await().untilAsserted(() -> assertThat(state(opened.order().code())).isEqualTo(State.CONFIRMED));
        await().untilAsserted(() -> assertThat(commissions()).containsExactly(3_20L, 3_20L));
    }

    @Test
    @DisplayName("commission of three lines is not summed up three times, and each line goes by its own rule")
    void eachLineByItsRule() {
        rule("category", "水果", 1_000);
        rule("community", home.card().shortCode(), 500);
        var order = paid(cycle, 1, link(cycle), 1, 1, 1);

        var lines = rows.find(home.id(), id(order)).orElseThrow().lines();
        assertThat(lines).hasSize(3);
        assertThat(lines.stream().mapToLong(it -> it.amount().fen()).sum())
                .isEqualTo(commissions().getFirst());
        assertThat(commissions()).containsExactly(35_00L * 500 / 10_000);
    }

    @Test
    @DisplayName("own link does not count, nor one of somebody who has not accepted the terms, nor a removed one")
    void nobodyEarns() {
        referrers.accept(home.member(1), home.id());
        var own = links.make(home.member(1), new Target("cycle", cycle.code()), "");
        var stranger = links.make(home.member(3), new Target("cycle", cycle.code()), "");

        paid(cycle, 1, own, 1, 0, 0);
        paid(cycle, 2, stranger, 1, 0, 0);
        paid(cycle, 2, null, 1, 0, 0);
        var removed = placed(cycle, 2, link(cycle), 1, 0, 0);
        jdbc.sql("delete from attribution where order_id = ?")
                .param(till.idOf(removed))
                .update();
        till.pay(home, home.member(2), removed);
        heard();

        assertThat(commissions()).isEmpty();
    }

    @Test
    @DisplayName("a rate change does not touch orders placed before")
    void aRateOfItsDay() {
        var before = placed(cycle, 1, link(cycle), 1, 0, 0);
        rule("community", home.card().shortCode(), 300);
        till.pay(home, home.member(1), before);
        heard();
        paid(cycle, 2, link(cycle), 1, 0, 0);

        assertThat(commissions()).containsExactly(1_60L, 60L);
    }

    @Test
    @DisplayName("a short or voided line earns nothing; the others what they earned")
    void aVoidedLine() {
        var order = paid(cycle, 1, link(cycle), 1, 1, 0);
        transaction.executeWithoutResult(status -> calledOff.some(
                home.id(),
                id(order),
                List.of(new LineKeep(AdjustmentKind.SHORT, "本地草莓", "1斤", 0, "product-short")),
                new OrderChange(null, "product-short"),
                "short"));

        assertThat(commissions()).containsExactly(1_60L);
    }

    @Test
    @DisplayName(
            "I-Y2 a 40 % refund takes 40 %, by line; all of it leaves nothing, and many small ones never more than was earned")
    void refundsTakeTheirPart() {
        var forty = paid(cycle, 1, link(cycle), 2, 0, 0);
        var all = paid(cycle, 2, link(cycle), 1, 0, 0);
        settled(cycle, forty, all);
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(3_20 + 1_60);

        givenBack(forty, "散养鸡蛋", "30枚", Money.ofFen(16_00), "forty");
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(1_92 + 1_60);

        for (int at = 0; at < 20; at++) {
            givenBack(all, "散养鸡蛋", "30枚", Money.ofFen(1_00), "small-" + at);
        }
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(1_92);
        assertThat(commissions()).containsExactly(1_92L, 0L);
    }

    @Test
    @DisplayName("earn, refund, repeat never grows a commission")
    void earnAndRefund() {
        for (int at = 0; at < 3; at++) {
            var order = paid(cycle, 1, link(cycle), 1, 0, 0);
            transaction.executeWithoutResult(status -> calledOff.whole(
                    home.id(), id(order), AdjustmentKind.CANCELLED, new OrderChange(null, "cancelled")));
        }
        assertThat(commissions()).containsExactly(0L, 0L, 0L);
    }

    @Test
    @DisplayName("the same phone is looked at by a person, and nothing is booked before they allowed it")
    void aPersonLooks() {
        var order = placed(cycle, 1, link(cycle), 1, 0, 0);
        jdbc.sql("update orders set phone = (select phone from member where id = ?) where code = ?")
                .params(me().value(), order.value())
                .update();
        till.pay(home, home.member(1), order);
        heard();
        settled(cycle, order);
        assertThat(balance(Account.Kind.COMMISSION)).isZero();
        assertThat(commissions.sums(me()).pending()).isEqualTo(Money.ofFen(1_60));

        reviewing.decide(operator(), home.id(), id(order), true);
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(1_60);
        assertThat(commissions.sums(me()).pending()).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> reviewing.decide(operator(), home.id(), id(order), false))
                .isInstanceOf(Reviewing.DecidedAlready.class);
    }

    @Test
    @DisplayName("I-Y4 a payment that is heard of after its order was settled is booked then, and once")
    void heardOfAfterItWasSettled() {
        var order = placed(cycle, 1, link(cycle), 1, 0, 0);
        var origin = jdbc.sql("select to_jsonb(a)::text from attribution a where order_id = ?")
                .param(till.idOf(order))
                .query(String.class)
                .single();
        jdbc.sql("delete from attribution where order_id = ?")
                .param(till.idOf(order))
                .update();
        till.pay(home, home.member(1), order);
        heard();
        settled(cycle, order);
        assertThat(commissions()).isEmpty();

        jdbc.sql("insert into attribution select * from jsonb_populate_record(null::attribution, ?::jsonb)")
                .param(origin)
                .update();
        for (int times = 0; times < 2; times++) {
            transaction.executeWithoutResult(status -> proposing.of(home.id(), id(order)));
        }

        assertThat(state(order)).isEqualTo(State.VESTED);
        assertThat(balance(Account.Kind.COMMISSION)).isEqualTo(1_60);
    }

    @Test
    @DisplayName("whoever closed their account for good earns nothing, and the payment is heard of all the same")
    void whoIsGoneEarnsNothing() {
        var order = placed(cycle, 1, link(cycle), 1, 0, 0);
        jdbc.sql("""
            update member set closed_at = now(), parked_at = now(), phone = null, locale = null, name = '已注销', lane = '',
                building = '', unit = '', room = '' where id = ?
            """).param(me().value()).update();
        till.pay(home, home.member(1), order);
        heard();

        assertThat(commissions()).isEmpty();
    }

    @Test
    @DisplayName("C-01 C-08 the table knows the law")
    void theTableKnowsTheLaw() {
        var order = paid(cycle, 1, link(cycle), 1, 0, 0);
        for (var crime : new String[] {
            "update commission set level = 2 where order_id = ?",
            "update commission set referrer_id = buyer_id where order_id = ?",
            "update commission set booked_fen = 1 where order_id = ?",
            "update commission_line set basis_points = 1900 where order_id = ?",
            "update commission_line set kept_fen = kept_fen + 1 where order_id = ?",
            "delete from commission_line where order_id = ?"
        }) {
            assertThatThrownBy(() -> jdbc.sql(crime).param(till.idOf(order)).update())
                    .as(crime)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    private State state(Code order) {
        return rows.find(home.id(), id(order)).orElseThrow().state();
    }

    private MemberId operator() {
        return home.leader();
    }

    private void rule(String scope, String subject, int points) {
        ruling.make(operator(), new RuleDraft(home.card().shortCode(), scope, subject, points));
    }
}
