package tuanju.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import tuanju.attribution.Credit.Came;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.money.Money;

@DisplayName("What notes have of orders")
class NoteCreditTest {

    private static final CommunityId HERE = new CommunityId(new UUID(0, 1));

    @Property
    @Label("the shares of an order add up to one, and to the fen to what was paid for it; last touch gives all to one")
    void sharesAddUp(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int orders) {
        var random = new Random(seed);
        var paid = new HashMap<UUID, Money>();
        var came = IntStream.range(0, orders).mapToObj(it -> came(random, paid)).toList();
        var credits = Credit.of(came, paid::get);

        long paidOrders = paid.values().stream().filter(it -> !it.isZero()).count();
        long fen = paid.values().stream().mapToLong(Money::fen).sum();
        assertThat(credits.values().stream().mapToLong(Credit::parts).sum()).isEqualTo(Credit.WHOLE * paidOrders);
        assertThat(credits.values().stream().mapToLong(it -> it.shared().fen()).sum())
                .isEqualTo(fen);
        assertThat(credits.values().stream().mapToInt(Credit::last).sum()).isEqualTo((int) paidOrders);
        assertThat(credits.values().stream()
                        .mapToLong(it -> it.lastPaid().fen())
                        .sum())
                .isEqualTo(fen);
    }

    @Property
    @Label("less is paid, nobody has more; all goes back, nobody has anything")
    void whatGoesBackIsTakenBack(@ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int percentBack) {
        var paid = new HashMap<UUID, Money>();
        var random = new Random(seed);
        var came = IntStream.range(0, 10).mapToObj(it -> came(random, paid)).toList();
        var before = Credit.of(came, paid::get);
        var after = Credit.of(
                came, it -> Money.ofFen(paid.getOrDefault(it, Money.ZERO).fen() * (100 - percentBack) / 100));
        after.forEach((note, credit) -> {
            var had = before.getOrDefault(note, Credit.NONE);
            assertThat(credit.shared().fen()).isLessThanOrEqualTo(had.shared().fen());
            assertThat(credit.lastPaid().fen())
                    .isLessThanOrEqualTo(had.lastPaid().fen());
            assertThat(credit.orders()).isEqualTo(had.orders());
            if (percentBack == 100) {
                assertThat(credit.parts() + credit.paid() + credit.last()).isZero();
            }
        });
    }

    @Property
    @Label("a trail survives its cookie; what somebody else wrote there is nothing")
    void aTrailIsACookie(@ForAll long seed, @ForAll String nonsense) {
        var now = java.time.Instant.parse("2026-11-29T08:00:00Z");
        var random = new Random(seed);
        var trail = Trail.EMPTY;
        for (int i = 0; i < 20; i++) {
            var kind = random.nextBoolean() ? Trail.Kind.READ : Trail.Kind.CLICK;
            trail = trail.with(code(random.nextInt(12)), kind, now.minusSeconds((20 - i) * 60L));
        }
        assertThat(trail.notes()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(Trail.MOST);
        var read = Trail.read(List.of(trail.text(), nonsense), "JYSA", now);
        assertThat(read.notes()).isEqualTo(trail.notes());
        assertThat(Trail.read(List.of(trail.text()), "ABCD", now).notes()).isEmpty();
        assertThat(Trail.read(List.of(trail.text()), "JYSA", now.plus(Trail.COUNTS))
                        .notes())
                .isEmpty();
        assertThat(read.isNew(read.notes().getFirst(), Trail.Kind.READ, now.plusSeconds(86_400)))
                .isTrue();
    }

    private static Came came(Random random, Map<UUID, Money> paid) {
        var order = new UUID(random.nextLong(), random.nextLong());
        paid.put(order, Money.ofFen(random.nextInt(4) == 0 ? 0 : random.nextInt(20_000)));
        var notes = random.ints(0, 12)
                .distinct()
                .limit(1 + random.nextInt(Trail.MOST))
                .mapToObj(NoteCreditTest::code)
                .toList();
        return new Came(HERE, order, notes);
    }

    private static Code code(int number) {
        return new Code("JYSA" + "%010d".formatted(number));
    }
}
