package tuanju.insight;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** Sales of the demo's sixty days before today, with the rhythm of a week: the same each time, and marked as invented. */
@Component
@ConditionalOnProperty("tuanju.demo")
@RequiredArgsConstructor
public class InventedSales {

    private static final int DAYS = 60;
    private static final int ORDERS_OF_A_DAY = 22;
    private static final int STRANGERS = 90;
    private static final int OPENS_AT = 8;
    private static final int HOURS_OPEN = 13;

    private final JdbcTemplate database;
    private final RollUps rollUps;
    private final Clock clock;

    /** What is sold, and for how much. */
    public record Goods(UUID product, String name, Money price) {}

    /** Who sells what to whom, where. */
    public record Past(CommunityId community, MemberId leader, List<MemberId> neighbours, List<Goods> goods) {}

    private record Line(UUID order, int position, Goods goods, LocalDate day, int quantity) {}

    @Transactional
    public void write(Past past) {
        var random = new Random(60);
        var today = LocalDate.ofInstant(clock.instant(), Scopes.HOME);
        var buyers = Stream.concat(
                        past.neighbours().stream().map(MemberId::value),
                        IntStream.range(0, STRANGERS).mapToObj(it -> id(random)))
                .toList();
        var sales = new ArrayList<Object[]>();
        var lines = new ArrayList<Object[]>();
        for (int ago = DAYS; ago > 0; ago--) {
            var day = today.minusDays(ago);
            int known = buyers.size() * (2 * DAYS - ago) / (2 * DAYS);
            for (int order = ordersOn(day, ago, random); order > 0; order--) {
                sell(past, day, buyers.get(buyer(known, random)), random, sales, lines);
            }
        }
        database.batchUpdate("""
                insert into sale_fact (community_id, order_id, kind, leader_id, buyer_id, paid_at, business_day, amount_fen,
                    pieces, invented)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, true)
                """, sales);
        database.batchUpdate("""
                insert into sale_line_fact (community_id, order_id, position, product_id, product_name, business_day,
                    quantity, amount_fen)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, lines);
        rollUps.addUp();
    }

    private static void sell(
            Past past, LocalDate day, UUID buyer, Random random, List<Object[]> sales, List<Object[]> lines) {
        var order = id(random);
        var bought = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(it -> new Line(order, it, any(past.goods(), random), day, 1 + random.nextInt(2)))
                .toList();
        var at = day.atTime(LocalTime.of(OPENS_AT + random.nextInt(HOURS_OPEN), random.nextInt(60)))
                .atZone(Scopes.HOME)
                .toInstant()
                .atOffset(ZoneOffset.UTC);
        var home = past.community().value();
        sales.add(new Object[] {
            home,
            order,
            kind(random),
            past.leader().value(),
            buyer,
            at,
            day,
            bought.stream().mapToLong(InventedSales::fen).sum(),
            bought.stream().mapToInt(Line::quantity).sum()
        });
        bought.forEach(it -> lines.add(new Object[] {
            home, it.order(), it.position(), it.goods().product(), it.goods().name(), it.day(), it.quantity(), fen(it)
        }));
    }

    /** More at the end of the week than at its beginning, and more now than two months ago. */
    private static int ordersOn(LocalDate day, int ago, Random random) {
        double grown = 1 - 0.4 * ago / DAYS;
        double noise = 0.85 + 0.3 * random.nextDouble();
        return (int) Math.round(ORDERS_OF_A_DAY * weight(day.getDayOfWeek()) * grown * noise);
    }

    private static double weight(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 0.6;
            case TUESDAY -> 0.75;
            case WEDNESDAY -> 1.1;
            case THURSDAY -> 0.9;
            case FRIDAY -> 1.25;
            case SATURDAY -> 1.6;
            case SUNDAY -> 1.2;
        };
    }

    /** A few come often, most now and then. */
    private static int buyer(int known, Random random) {
        return (int) (known * Math.pow(random.nextDouble(), 1.8));
    }

    private static String kind(Random random) {
        int of = random.nextInt(10);
        return of < 6 ? "CYCLE" : of < 9 ? "TEAM" : "ALONE";
    }

    /** The first goods sell best. */
    private static Goods any(List<Goods> goods, Random random) {
        return goods.get((int) (goods.size() * Math.pow(random.nextDouble(), 1.6)));
    }

    private static long fen(Line line) {
        return line.goods().price().fen() * line.quantity();
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
