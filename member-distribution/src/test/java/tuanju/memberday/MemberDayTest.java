package tuanju.memberday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import support.Invariants;
import support.ModuleTest;
import support.Neighbourhood;
import support.Neighbourhoods;
import support.TeamNeighbourhoods;
import support.Till;
import support.Together;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Refusal;
import tuanju.community.Code;
import tuanju.cycle.CycleRound;
import tuanju.member.MemberId;
import tuanju.memberday.MemberDays.Maker;
import tuanju.membership.Memberships;
import tuanju.money.Money;
import tuanju.order.WhenFull;
import tuanju.order.book.OrderBook;
import tuanju.price.BroughtAlong;
import tuanju.price.Wares;
import tuanju.teambuy.joining.PriceChanged;
import tuanju.teambuy.joining.SeatRequest;
import tuanju.teambuy.joining.TeamOpening;

@ModuleTest
@DisplayName("On a member day members pay less")
class MemberDayTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private TeamNeighbourhoods teams;

    @Autowired
    private Memberships memberships;

    @Autowired
    private MemberDays days;

    @Autowired
    private CycleRound round;

    @Autowired
    private TeamOpening opening;

    @Autowired
    private OrderBook orders;

    @Autowired
    private List<Wares> wares;

    @Autowired
    private Till till;

    @Autowired
    private JdbcClient jdbc;

    private Neighbourhood home;
    private MemberId me;

    @BeforeEach
    void found() {
        home = neighbourhoods.found(3);
        me = home.member(0);
        memberships.join(me, home.id());
    }

    @AfterEach
    void nothingThatMustNeverBe() {
        Invariants.check(jdbc);
    }

    @Test
    @DisplayName(
            "I-J1 a member's order costs less and keeps the usual price beside it; who is none pays that, and tomorrow everybody")
    void membersPayLess() {
        made(leader(), today(1_000, null, null));
        var cycle = round.open(home, null, CycleRound.eggs(20_05));

        assertThat(payable(0, round.placed(home, cycle, 0, 2))).isEqualTo(Money.ofFen(2 * 18_05));
        assertThat(payable(1, round.placed(home, cycle, 1, 2))).isEqualTo(Money.ofFen(2 * 20_05));
        assertThat(jdbc.sql("select usual_price_fen from order_line where community_id = ? order by order_id")
                        .param(home.id().value())
                        .query((row, number) -> String.valueOf(row.getObject(1)))
                        .list())
                .containsExactly("2005", "null");

        jdbc.sql("update member_day set weekday = 1 + weekday % 7 where community_id = ?")
                .param(home.id().value())
                .update();
        assertThat(payable(0, round.placed(home, cycle, 0, 1))).isEqualTo(Money.ofFen(20_05));
        jdbc.sql("update member_day set weekday = 1 + (weekday + 5) % 7 where community_id = ?")
                .param(home.id().value())
                .update();
    }

    @Test
    @DisplayName("a quote says the same as the order that follows")
    void isQuoted() {
        made(leader(), today(1_000, null, null));
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var item = jdbc.sql("select id from cycle_product where cycle_id = ?")
                .param(cycle.id())
                .query(UUID.class)
                .single();
        var quoting = wares.stream()
                .filter(it -> it.kind() == Wares.Kind.CYCLE)
                .findFirst()
                .orElseThrow();

        assertThat(quoting.quote(
                                cycle.code(),
                                List.of(new Wares.Wanted(item, 3)),
                                new Wares.Asking(me, BroughtAlong.BEST, null))
                        .payable())
                .isEqualTo(Money.ofYuan("54"));
        assertThat(payable(0, round.placed(home, cycle, 0, 3))).isEqualTo(Money.ofYuan("54"));
    }

    @Test
    @DisplayName("of two days the better one holds, never both; only for its goods, its level and its leader's cycles")
    void theBestOfThoseThatHold() {
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        made(leader(), today(500, null, null));
        made(new Maker(home.member(2), true), today(1_000, null, null));
        assertThat(payable(0, round.placed(home, cycle, 0, 1))).isEqualTo(Money.ofYuan("18"));

        jdbc.sql("update member_day set ended_at = now() where community_id = ?")
                .param(home.id().value())
                .update();
        made(leader(), today(1_000, "水果", null));
        made(leader(), today(1_000, null, "LEVEL_2"));
        jdbc.sql("""
            insert into member_day (community_id, id, code, title, basis_points, weekday, from_minute, until_minute, goods,
                goods_name, visible_from, leader_id, slot, made_by)
            values (:community, uuidv7(), 'OTHERSDAY', 'x', 3000, :weekday, 0, 1440, 'ALL', '', 0, :other, 1, :other)
            """)
                .param("community", home.id().value())
                .param("weekday", weekday())
                .param("other", home.member(2).value())
                .update();
        // eggs are no fruit, level 0 is not 2, and the cycle is another leader's
        assertThat(payable(0, round.placed(home, cycle, 0, 1))).isEqualTo(Money.ofYuan("20"));

        jdbc.sql("update membership set level = 2 where community_id = ? and member_id = ?")
                .params(home.id().value(), me.value())
                .update();
        assertThat(payable(0, round.placed(home, cycle, 0, 1))).isEqualTo(Money.ofYuan("18"));
    }

    @Test
    @DisplayName(
            "I-G8 alone one pays the members' price and sees it before; a team's price is the same for all and stays")
    void aloneAndInATeam() {
        made(new Maker(home.member(2), true), today(1_000, null, null));
        var offer = teams.offer(home, 40_00, 2);

        var alone = opening.buyAlone(me, offer, wish(null)).code();
        assertThat(payable(0, alone)).isEqualTo(Money.ofFen(46_80));
        assertThatThrownBy(() -> opening.buyAlone(me, offer, wish(Money.ofYuan("52"))))
                .isInstanceOf(PriceChanged.class);
        assertThat(payable(0, opening.open(me, offer, wish(null)).order().code()))
                .isEqualTo(Money.ofYuan("40"));
    }

    @Test
    @DisplayName("an order keeps its price when the day is over and part of it goes back")
    void anOrderKeepsItsPrice() {
        made(leader(), today(1_000, null, null));
        var cycle = round.open(home, null, CycleRound.eggs(20_00));
        var order = round.placed(home, cycle, 0, 2);
        till.pay(home, me, order);
        days.end(leader(), only());

        round.keep(home, cycle, 0, order, 1);

        assertThat(payable(0, order)).isEqualTo(Money.ofYuan("18"));
    }

    @Test
    @DisplayName(
            "C-17 bad input: too much, nothing, for everybody, goods that are not there, of a community one does not lead")
    void whatIsRefused() {
        byTheLaw(draft("会员日", 3_001, weekday(), null, "MEMBERS"));
        refused("basisPoints", draft("会员日", 0, weekday(), null, "MEMBERS"));
        byTheLaw(draft("会员日", 1_000_000_000, weekday(), null, "MEMBERS"));
        refused("title", draft(" ", 500, weekday(), null, "MEMBERS"));
        refused("day", draft("会员日", 500, null, null, "MEMBERS"));
        refused("visibility", draft("会员日", 500, weekday(), null, "PUBLIC"));
        refused("category", draft("会员日", 500, weekday(), "没有的类", "MEMBERS"));
        assertThatThrownBy(() -> made(new Maker(me, false), today(500, null, null)))
                .isInstanceOf(NotFound.class);
    }

    @Tag("storm")
    @Test
    @DisplayName("24 who make one at once make three")
    void fewAtOnce() {
        var outcomes = Together.run(IntStream.range(0, 24)
                .mapToObj(it -> Together.act(() -> made(leader(), today(500, null, null))))
                .toList());

        assertThat(outcomes.stream().filter(Together.Outcome::succeeded)).hasSize(3);
        assertThat(outcomes.stream().filter(it -> !it.succeeded()).map(Together.Outcome::refusal))
                .allMatch(
                        it -> it instanceof Invalid invalid && invalid.getType().equals("member-day-too-many"));
    }

    private void refused(String field, MemberDayDraft draft) {
        assertThatThrownBy(() -> made(leader(), draft))
                .isInstanceOfSatisfying(
                        Invalid.class, it -> assertThat(it.getField()).isEqualTo(field));
    }

    private void byTheLaw(MemberDayDraft draft) {
        assertThatThrownBy(() -> made(leader(), draft))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.getType()).isEqualTo("against-the-law-c-17"));
    }

    private Code only() {
        return days.page(home.leader(), null, 2).getFirst().code();
    }

    private MemberDay made(Maker maker, MemberDayDraft draft) {
        return days.make(maker, home.id(), draft);
    }

    private Maker leader() {
        return new Maker(home.leader(), false);
    }

    private static MemberDayDraft today(int basisPoints, @Nullable String category, @Nullable String visibility) {
        return draft("会员日", basisPoints, weekday(), category, visibility);
    }

    private static MemberDayDraft draft(
            String title,
            int basisPoints,
            @Nullable Integer weekday,
            @Nullable String category,
            @Nullable String visibility) {
        return new MemberDayDraft(null, title, basisPoints, weekday, null, null, null, null, category, visibility);
    }

    private static int weekday() {
        return LocalDate.now(ZONE).getDayOfWeek().getValue();
    }

    private SeatRequest wish(@Nullable Money shown) {
        return new SeatRequest(1, WhenFull.REFUND, home.point().id(), "", shown);
    }

    private Money payable(int member, Code order) {
        return orders.card(home.member(member), order).amount();
    }
}
