package tuanju.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import support.Jobs;
import support.Together;
import tuanju.WebTest;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.OrderFacts;
import tuanju.order.OrderId;
import tuanju.order.OrderKind;
import tuanju.payment.RefundCompleted;

/** What a page adds up from days is what the facts say, whatever happened, in whatever order it was heard. */
@WebTest
class RollUpsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 12;

    @Autowired
    Communities communities;

    @Autowired
    Facts facts;

    @Autowired
    RollUps rollUps;

    @Autowired
    Dashboards dashboards;

    @Autowired
    SoldTable sold;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private List<CommunityId> homes = List.of();
    private List<MemberId> buyers = List.of();
    private List<MemberId> leaders = List.of();
    private List<UUID> products = List.of();
    private List<OrderFacts> imports = List.of();
    private LocalDate first = LocalDate.EPOCH;

    @BeforeEach
    void aFewOfEach() {
        homes = Stream.generate(() -> communities.found("数一数", "上海").id())
                .limit(3)
                .toList();
        buyers = Stream.generate(RollUpsTest::somebody).limit(8).toList();
        leaders = Stream.generate(RollUpsTest::somebody).limit(4).toList();
        products = Stream.generate(UUID::randomUUID).limit(6).toList();
        imports = homes.stream()
                .flatMap(it ->
                        Stream.generate(() -> order(it, OrderKind.IMPORT, null)).limit(3))
                .toList();
        // days that no other test sells on
        first = LocalDate.of(2001, 1, 1).plusDays(random.nextInt(6_000));
    }

    @RepeatedTest(5)
    @DisplayName(
            "I-L18 figures and rankings of any period, here and everywhere, are those of the facts; days made anew too")
    void whatIsShownIsWhatTheFactsSay() {
        hear(IntStream.range(0, 150).mapToObj(it -> anything()).toList());
        assertEqualToFacts();
        jobs.run("insight-roll-up");
        assertEqualToFacts();
        hear(IntStream.range(0, 30).mapToObj(it -> anything()).toList());
        assertEqualToFacts();
    }

    @Test
    @DisplayName("what one buyer pays for at the same moment makes one buyer of a day, and of a period")
    void atTheSameMoment() {
        var buyer = buyers.getFirst();
        var acts = IntStream.range(0, 6)
                .<Callable<Boolean>>mapToObj(it -> Together.act(() -> inTransaction(
                        () -> facts.paid(order(homes.get(it % 2), OrderKind.TEAM, buyer), at(first.plusDays(it % 3))))))
                .toList();
        assertThat(Together.run(acts)).allMatch(Together.Outcome::succeeded);
        assertEqualToFacts();
        assertThat(figures(null, first, first.plusDays(2)).buyers()).isOne();
    }

    @Test
    @DisplayName("sales of many, some heard late, wait for each other at the same moment and never in a circle")
    void lateSalesOfMany() {
        var acts = new ArrayList<Callable<Boolean>>();
        for (int pair = 0; pair < 24; pair++) {
            var late = somebody();
            pay(late, 0, 0);
            pay(late, 0, 2);
            acts.add(Together.act(() -> pay(late, 0, 1)));
            var elsewhere = somebody();
            pay(elsewhere, 0, 0);
            pay(elsewhere, 1, 1);
            acts.add(Together.act(() -> pay(elsewhere, 0, 2)));
        }
        assertThat(Together.run(acts)).allSatisfy(it -> assertThat(it.refusal()).isNull());
        assertEqualToFacts();
    }

    private void pay(MemberId buyer, int home, int day) {
        inTransaction(() -> facts.paid(order(homes.get(home), OrderKind.TEAM, buyer), at(first.plusDays(day))));
    }

    @Test
    @DisplayName("an import is of the day of its earliest news, in whichever order it is heard")
    void anImportIsOfItsEarliestDay() {
        var order = order(homes.getFirst(), OrderKind.IMPORT, null);
        inTransaction(() -> facts.imported(order, at(first.plusDays(1))));
        inTransaction(() -> facts.imported(order, at(first)));
        assertThat(figures(homes.getFirst(), first, first).imported()).isOne();
        assertThat(figures(homes.getFirst(), first.plusDays(1), first.plusDays(1))
                        .imported())
                .isZero();
        inTransaction(() -> facts.cancelled(order, at(first.plusDays(3))));
        assertThat(figures(homes.getFirst(), first, first.plusDays(3))).isEqualTo(Figures.NONE);
    }

    @Test
    @DisplayName("a number of people opens as many rows: one of each buyer, and the first of each new one")
    void aNumberOfPeopleOpensAsManyRows() {
        var home = homes.getFirst();
        for (var buyer : List.of(buyers.get(0), buyers.get(0), buyers.get(1))) {
            inTransaction(() -> facts.paid(order(home, OrderKind.TEAM, buyer), at(first)));
            inTransaction(() -> facts.paid(order(home, OrderKind.TEAM, buyer), at(first.plusDays(1))));
        }
        inTransaction(() -> facts.paid(order(home, OrderKind.TEAM, null), at(first)));
        assertThat(rows(home, "each", first, first.plusDays(1))).isEqualTo(2);
        assertThat(rows(home, "new", first, first)).isEqualTo(2);
        assertThat(rows(home, "new", first.plusDays(1), first.plusDays(1))).isZero();
        assertThat(rows(home, "", first, first.plusDays(1))).isEqualTo(7);
    }

    private int rows(CommunityId home, String people, LocalDate from, LocalDate to) {
        var code = communities.get(home).shortCode();
        var asked = new SoldAsked(code, from.toString(), to.toString(), null, null, null, people, null, null, null);
        return sold.page(asked).shown().size();
    }

    @Test
    @DisplayName("what is wrong in the days is found and made anew")
    void whatIsWrongIsMadeAnew() {
        inTransaction(() -> facts.paid(order(homes.getFirst(), OrderKind.ALONE, buyers.getFirst()), at(first)));
        var right = figures(homes.getFirst(), first, first);
        jdbc.sql("update sales_of_a_day set amount_fen = amount_fen + 1 where community_id = ?")
                .param(homes.getFirst().value())
                .update();
        assertThat(figures(homes.getFirst(), first, first)).isNotEqualTo(right);
        jobs.run("insight-roll-up");
        assertThat(figures(homes.getFirst(), first, first)).isEqualTo(right);
    }

    @Test
    @DisplayName("while days are compared with their facts, sales, imports, refunds and teams are recorded")
    void nothingWaitsForAComparison() {
        var home = homes.getFirst();
        inTransaction(() -> facts.paid(order(home, OrderKind.ALONE, buyers.getFirst()), at(first)));
        var meanwhile = new TransactionTemplate(transaction.getTransactionManager());
        meanwhile.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        inTransaction(() -> {
            assertThat(rollUps.addUp()).isZero();
            meanwhile.executeWithoutResult(status -> {
                jdbc.sql("set local lock_timeout = '2s'").update();
                facts.paid(order(home, OrderKind.ALONE, buyers.getFirst()), at(first));
                facts.imported(order(home, OrderKind.IMPORT, null), at(first));
                facts.refunded(new RefundCompleted(
                        UUID.randomUUID(), home, UUID.randomUUID(), fen(), true, "sandbox", at(first)));
                facts.ended(home, UUID.randomUUID(), "FORMED", at(first));
            });
        });
        assertEqualToFacts();
    }

    /** In any order, and some of it twice. */
    private void hear(List<Runnable> news) {
        var heard = new ArrayList<>(news);
        heard.addAll(news.subList(0, news.size() / 5));
        Collections.shuffle(heard, random);
        heard.forEach(this::inTransaction);
    }

    private void inTransaction(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }

    private Runnable anything() {
        var home = one(homes);
        var at = at(first.plusDays(random.nextInt(DAYS)));
        return switch (random.nextInt(8)) {
            case 0 -> {
                var refund =
                        new RefundCompleted(UUID.randomUUID(), home, UUID.randomUUID(), fen(), true, "sandbox", at);
                yield () -> facts.refunded(refund);
            }
            case 1 -> {
                var team = UUID.randomUUID();
                var outcome = random.nextBoolean() ? "FORMED" : "LAPSED";
                yield () -> facts.ended(home, team, outcome, at);
            }
            case 2 -> anImport(at);
            default -> {
                var order = order(home, OrderKind.CYCLE, random.nextInt(6) == 0 ? null : one(buyers));
                yield () -> facts.paid(order, at);
            }
        };
    }

    /** News of one of a few imports, of another day and another amount each time, perhaps that it was cancelled. */
    private Runnable anImport(Instant at) {
        var known = one(imports);
        var news = new OrderFacts(
                known.community(), known.order(), OrderKind.IMPORT, null, known.leader(), fen(), known.lines());
        boolean cancelled = random.nextInt(4) == 0;
        return () -> {
            if (cancelled) {
                facts.cancelled(news, at);
            } else {
                facts.imported(news, at);
            }
        };
    }

    private void assertEqualToFacts() {
        assertThat(jdbc.sql("select roll_up_sales()").query(Integer.class).single())
                .as("rows that are not what their facts come to, seed %d", seed)
                .isZero();
        for (int time = 0; time < 6; time++) {
            var from = first.plusDays(random.nextInt(DAYS));
            var to = from.plusDays(random.nextInt(DAYS));
            var home = time == 0 ? null : one(homes);
            var scope = new Scope(new SalesPeriod(from, to), home);
            var dashboard = dashboards.of(scope);
            assertThat(dashboard.sales().totals())
                    .as("seed %d, %s", seed, scope)
                    .isEqualTo(counted(home, from, to));
            assertThat(dashboard.sales().previous())
                    .as("before, seed %d, %s", seed, scope)
                    .isEqualTo(counted(
                            home,
                            scope.period().previous().from(),
                            scope.period().previous().to()));
            for (var day : dashboard.sales().days()) {
                assertThat(day.figures())
                        .as("seed %d, %s", seed, day.day())
                        .isEqualTo(counted(home, day.day(), day.day()));
            }
            assertThat(dashboard.products().total()).isEqualTo(ranked(scope, dashboard.products(), "product"));
            assertThat(dashboard.leaders().total()).isEqualTo(ranked(scope, dashboard.leaders(), "leader"));
            assertThat(dashboard.products().rows())
                    .allSatisfy(it -> assertThat(it)
                            .usingRecursiveComparison()
                            .ignoringFields("rows")
                            .isEqualTo(soldOf(scope, it.name())));
        }
    }

    private Figures figures(@Nullable CommunityId home, LocalDate from, LocalDate to) {
        return dashboards.sales(new Scope(new SalesPeriod(from, to), home)).totals();
    }

    /** From the facts alone, each counted where it stands. */
    private Figures counted(@Nullable CommunityId home, LocalDate from, LocalDate to) {
        return of("""
                        with sale as (select * from sale_fact where :home::uuid is null or community_id = :home),
                        first as (select buyer_id, min(business_day) as day from sale where buyer_id is not null group by 1),
                        refund as (select * from refund_fact where :home::uuid is null or community_id = :home),
                        team as (select * from team_fact where :home::uuid is null or community_id = :home),
                        import as (select * from import_fact
                            where not cancelled and (:home::uuid is null or community_id = :home))
                        select
                            (select coalesce(sum(amount_fen), 0) from sale where business_day between :from and :to) as gmv_fen,
                            (select count(*) from sale where business_day between :from and :to) as orders,
                            (select coalesce(sum(pieces), 0) from sale where business_day between :from and :to) as pieces,
                            (select count(distinct buyer_id) from sale where business_day between :from and :to) as buyers,
                            (select count(*) from first where day between :from and :to) as new_buyers,
                            (select count(*) from refund where business_day between :from and :to) as refunds,
                            (select coalesce(sum(amount_fen), 0) from refund
                                where business_day between :from and :to) as refunded_fen,
                            (select count(*) from team where outcome = 'FORMED' and business_day between :from and :to)
                                as formed,
                            (select count(*) from team where outcome = 'LAPSED' and business_day between :from and :to)
                                as lapsed,
                            (select count(*) from import where business_day between :from and :to) as imported,
                            (select coalesce(sum(amount_fen), 0) from import where business_day between :from and :to)
                                as imported_fen
                        """, home, from, to).query(Figures.class).single();
    }

    private Ranking.Row ranked(Scope scope, Ranking ranking, String of) {
        var now =
                counted(scope.community(), scope.period().from(), scope.period().to());
        var before = counted(
                scope.community(),
                scope.period().previous().from(),
                scope.period().previous().to());
        assertThat(ranking.rows()).as(of).hasSizeLessThanOrEqualTo(Dashboards.BEST);
        return new Ranking.Row(
                ranking.total().name(),
                of.equals("product") ? 0 : now.orders(),
                now.pieces(),
                now.gmvFen(),
                before.gmvFen());
    }

    private Ranking.Row soldOf(Scope scope, String name) {
        return of("""
                        select :name as name, 0 as orders, null as rows,
                            coalesce(sum(quantity) filter (where business_day >= :from), 0) as pieces,
                            coalesce(sum(amount_fen) filter (where business_day >= :from), 0) as fen,
                            coalesce(sum(amount_fen) filter (where business_day < :from), 0) as previous_fen
                        from sale_line_fact where product_name = :name and (:home::uuid is null or community_id = :home)
                            and business_day between :before and :to
                        """, scope.community(), scope.period().from(), scope.period().to())
                .param("name", name)
                .param("before", scope.period().previous().from())
                .query(Ranking.Row.class)
                .single();
    }

    private JdbcClient.StatementSpec of(String sql, @Nullable CommunityId home, LocalDate from, LocalDate to) {
        return jdbc.sql(sql)
                .param("home", home == null ? null : home.value())
                .param("from", from)
                .param("to", to);
    }

    private OrderFacts order(CommunityId home, OrderKind kind, @Nullable MemberId buyer) {
        var lines = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(it -> line())
                .toList();
        var sum = lines.stream().mapToLong(it -> it.amount().fen()).sum();
        return new OrderFacts(home, new OrderId(UUID.randomUUID()), kind, buyer, one(leaders), Money.ofFen(sum), lines);
    }

    /** Goods of the catalogue, and some that are not in it; names are theirs alone. */
    private OrderFacts.Line line() {
        int which = random.nextInt(products.size() + 1);
        var product = which < products.size() ? products.get(which) : null;
        var name = product == null ? "零卖 " + seed : "葡萄 " + product;
        return new OrderFacts.Line(product, name, 1 + random.nextInt(3), fen());
    }

    private Money fen() {
        return Money.ofFen(1 + random.nextInt(9_999));
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Instant at(LocalDate day) {
        return day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                .atZone(SHANGHAI)
                .toInstant();
    }

    private static MemberId somebody() {
        return new MemberId(UUID.randomUUID());
    }
}
