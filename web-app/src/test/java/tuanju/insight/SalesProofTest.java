package tuanju.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import support.Patience;
import support.TeamNeighbourhood;
import support.TeamNeighbourhoods;
import support.Till;
import tuanju.WebTest;
import tuanju.community.Communities;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.member.SignedIn;
import tuanju.member.operators.Operators;
import tuanju.money.Money;
import tuanju.order.Address;
import tuanju.order.OrderKind;
import tuanju.order.OrderSource;
import tuanju.order.Pickup;
import tuanju.order.Recipient;
import tuanju.order.life.NewLine;
import tuanju.order.life.NewOrder;
import tuanju.order.life.Orders;
import tuanju.payment.OfflinePayments;
import tuanju.teambuy.joining.TeamJoining;
import tuanju.teambuy.joining.TeamOpening;
import tuanju.teambuy.seating.TeamLeaving;

/** What is shown equals what independent SQL says of the orders, the payments and the books. */
@WebTest
class SalesProofTest {

    /** The community's midnight comes so soon after the first sales begin. */
    private static final int SECONDS_UNTIL_MIDNIGHT = 4;

    @Autowired
    TeamNeighbourhoods neighbourhoods;

    @Autowired
    Communities communities;

    @Autowired
    TeamOpening opening;

    @Autowired
    TeamJoining joining;

    @Autowired
    TeamLeaving leaving;

    @Autowired
    Till till;

    @Autowired
    OfflinePayments cash;

    @Autowired
    Orders orders;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Operators operators;

    @Autowired
    Ledger ledger;

    @Autowired
    Dashboards dashboards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private TeamNeighbourhood home;
    private ZoneOffset zone = ZoneOffset.UTC;

    private void foundNearMidnight(int secondsToGo) {
        home = neighbourhoods.found(6, 2);
        var now = LocalTime.ofInstant(Instant.now(), ZoneOffset.UTC).toSecondOfDay();
        int east = Math.floorMod(86_400 - secondsToGo - now, 86_400);
        zone = ZoneOffset.ofTotalSeconds(east > 64_800 ? east - 86_400 : east);
        jdbc.sql("update community set zone = ? where id = ?")
                .params(zone.getId(), home.id().value())
                .update();
        // founding another one makes the directory read all of them again
        communities.found("别处", "上海");
    }

    @Test
    @DisplayName("I-L18 every number shown equals orders, payments and books, on both sides of midnight")
    void everyNumberShownEqualsOrdersAndBooks() {
        var before = sellBeforeMidnight();
        Patience.await().until(() -> today().isAfter(before));
        sellAfterMidnight();
        awaitFacts();

        var sales = dashboards.sales(new Scope(new SalesPeriod(before, before.plusDays(1)), home.id()));
        for (var day : sales.days()) {
            assertThat(day.figures()).as(day.day().toString()).isEqualTo(counted(day.day(), day.day()));
        }
        assertThat(sales.days())
                .allSatisfy(it -> assertThat(it.figures().orders()).isPositive());
        assertThat(sales.totals()).isEqualTo(counted(before, before.plusDays(1)));
        assertBooksAgree(sales.totals());
        assertShown(sales);
    }

    /** Answers the day that ends after these sales; a slow machine gets another community with more time. */
    private LocalDate sellBeforeMidnight() {
        for (int seconds = SECONDS_UNTIL_MIDNIGHT; seconds <= 64; seconds *= 2) {
            foundNearMidnight(seconds);
            var day = today();
            sellATeamAndOneAlone();
            if (today().equals(day)) {
                return day;
            }
        }
        throw new AssertionError("Three sales take more than a minute");
    }

    private void sellATeamAndOneAlone() {
        var opened = opening.open(home.member(0), home.offer(), home.one());
        var joined = joining.join(home.member(1), opened.team().code(), home.one());
        till.pay(home, home.member(0), opened.order().code());
        till.pay(home, home.member(1), joined.order().code());
        var alone = opening.buyAlone(home.member(2), home.offer(), home.one());
        till.pay(home, home.member(2), alone.code());
    }

    private void sellAfterMidnight() {
        var lonely = opening.open(home.member(3), home.offer(), home.one());
        till.pay(home, home.member(3), lonely.order().code());
        leaving.leave(home.member(3), lonely.team().code());
        cash.toPayBack(home.id()).forEach(it -> cash.paidBack(home.id(), it.code(), home.leader(), ""));
        var again = opening.buyAlone(home.member(2), home.offer(), home.one());
        till.pay(home, home.member(2), again.code());
        transaction.executeWithoutResult(status -> orders.placeImported(home.id(), List.of(imported())));
    }

    private NewOrder imported() {
        var eggs = NewLine.named("鸡蛋", "30枚", Money.ofYuan("29.90"), 2);
        return new NewOrder(
                home.id(),
                OrderKind.IMPORT,
                OrderSource.imported(home.id().value(), communities.nextCode(home.id()), "kuaituantuan", "1"),
                Recipient.guest("老周", "13800001234", Address.NONE),
                Pickup.at(home.point(), null, null),
                List.of(eggs),
                "",
                null);
    }

    /** Counted from the other modules' own tables, which only a test may read. */
    private Figures counted(LocalDate from, LocalDate to) {
        var sold = jdbc.sql("""
                        select coalesce(sum(o.amount_fen), 0), count(*), coalesce(sum((select sum(quantity)
                            from order_line l where l.community_id = o.community_id and l.order_id = o.id)), 0),
                            count(distinct buyer_id)
                        from orders o
                        where community_id = :home and kind <> 'IMPORT'
                            and (paid_at at time zone make_interval(secs => :east))::date between :from and :to
                        """);
        var sale = row(sold, from, to);
        var first = row(jdbc.sql("""
                        select count(*) from (
                            select buyer_id, (min(paid_at) at time zone make_interval(secs => :east))::date as day
                            from orders where community_id = :home and kind <> 'IMPORT' and paid_at is not null
                            group by buyer_id) f
                        where f.day between :from and :to
                        """), from, to);
        var refund = row(jdbc.sql("""
                        select count(*), coalesce(sum(amount_fen), 0) from refund
                        where community_id = :home and status = 'DONE' and reason <> 'automatic'
                            and (done_at at time zone make_interval(secs => :east))::date between :from and :to
                        """), from, to);
        var team = row(jdbc.sql("""
                        select count(*) filter (where status = 'FORMED'), count(*) filter (where status = 'LAPSED')
                        from team where community_id = :home
                            and (ended_at at time zone make_interval(secs => :east))::date between :from and :to
                        """), from, to);
        var imported = row(jdbc.sql("""
                        select count(*), coalesce(sum(amount_fen), 0) from orders
                        where community_id = :home and kind = 'IMPORT'
                            and (placed_at at time zone make_interval(secs => :east))::date between :from and :to
                        """), from, to);
        return new Figures(
                sale.get(0),
                sale.get(1),
                sale.get(2),
                sale.get(3),
                first.getFirst(),
                refund.get(0),
                refund.get(1),
                team.get(0),
                team.get(1),
                imported.get(0),
                imported.get(1));
    }

    private List<Long> row(JdbcClient.StatementSpec query, LocalDate from, LocalDate to) {
        return query.param("home", home.id().value())
                .param("east", zone.getTotalSeconds())
                .param("from", from)
                .param("to", to)
                .query((row, number) -> {
                    var cells = new ArrayList<Long>();
                    for (int cell = 1; cell <= row.getMetaData().getColumnCount(); cell++) {
                        cells.add(row.getLong(cell));
                    }
                    return cells;
                })
                .single();
    }

    /** What the providers keep for us is what came in minus what went back. */
    private void assertBooksAgree(Figures totals) {
        var kept = ledger.balance(
                new Account(Account.Kind.PROVIDER_CLEARING, home.id().value()));
        assertThat(kept.fen()).isEqualTo(totals.refundedFen() - totals.gmvFen());
    }

    private void assertShown(Sales sales) {
        operators.appoint(home.leader());
        var query = "?from=" + sales.period().from() + "&to=" + sales.period().to() + "&community="
                + home.card().shortCode();
        var page = text("/operate" + query);
        for (var cell : new Dashboard(sales, none(), none(), none(), true).cells(sales.totals())) {
            assertThat(page).contains(">" + cell + "<");
        }
        assertThat(page)
                .contains(
                        Shown.rate(sales.totals().successRate()),
                        Shown.rate(sales.totals().refundRate()));
        assertThat(text("/operate/tables/days.csv" + query))
                .startsWith("\uFEFF")
                .contains("%s,%s,%d,"
                        .formatted(
                                sales.period().from(),
                                yuan(sales.days().getFirst().figures().gmvFen()),
                                sales.days().getFirst().figures().orders()))
                .contains("," + yuan(sales.totals().gmvFen()) + ","
                        + sales.totals().orders() + ",");
        assertThat(text("/operate/tables/products.csv" + query))
                .contains(yuan(sales.totals().gmvFen()));
    }

    private static Ranking none() {
        return new Ranking(List.of(), new Ranking.Row("", 0, 0, 0, 0), 0);
    }

    private static String yuan(long fen) {
        return Money.ofFen(fen).yuan();
    }

    private String text(String path) {
        var me = new SignedIn(home.leader(), "运营", true);
        var answer = mvc.get()
                .uri(path)
                .with(authentication(new UsernamePasswordAuthenticationToken(me, null, List.of())))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void awaitFacts() {
        Patience.await()
                .until(() -> jdbc.sql("""
                        select not exists (select from outbox_outstanding
                            where listener_id like 'tuanju.insight.%'
                                and strpos(serialized_event, :home) > 0)
                        """)
                        .param("home", home.id().value().toString())
                        .query(Boolean.class)
                        .single());
    }

    private LocalDate today() {
        return jdbc.sql("select (now() at time zone make_interval(secs => ?))::date")
                .param(zone.getTotalSeconds())
                .query(LocalDate.class)
                .single();
    }
}
