package tuanju.cycle.steering;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.NotFound;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.order.PickupTime;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderStandings;
import tuanju.order.dues.OrderStandings.Standing;

/** What a leader has before them today: what closes, arrives, waits and is owed, each counted, each one tap away. */
@Component
@RequiredArgsConstructor
class LeaderDay {

    private static final String TO_BE_PAID = "/households?chip=UNPAID";
    private static final String TO_PAY_BACK = "/households?chip=TO_PAY_BACK";

    private final OrderStandings standings;
    private final Leaders leaders;
    private final Clock clock;

    /**
     * One number of the day.
     *
     * @param name its words are {@code cycle.day.<name>}
     * @param value as it is read
     * @param nothing whether there is nothing of it today
     * @param href where something is done about it
     */
    record Figure(String name, String value, boolean nothing, String href) {}

    /**
     * A leader's day.
     *
     * @param waiting orders to hand over today, in all communities together
     * @param owing cycles in which households have not paid all of theirs, the most money first
     * @param owed cycles in which their leader holds more of a household's money than they owe
     */
    record Day(
            List<Figure> numbers,
            int waiting,
            List<CycleCard> closing,
            List<CycleCard> arriving,
            List<CycleCard> handingOver,
            List<CycleCard> drafts,
            List<CycleCard> owing,
            List<CycleCard> owed) {

        public boolean isEmpty() {
            return waiting == 0
                    && Stream.of(closing, arriving, handingOver, drafts, owing, owed)
                            .allMatch(List::isEmpty);
        }
    }

    /** Of these cycles of theirs, counted before. Refuses with NotFound who leads nowhere. */
    Day of(MemberId leader, List<CycleCard> all, Map<UUID, Standing> counted) {
        var closing = with(all, CycleStatus::isTaking);
        var arriving = with(all, CycleStatus::isOnItsWay);
        var owing = owing(all, counted, Dues::open);
        var owed = owing(all, counted, Dues::tooMuch);
        int waiting = waiting(leader, all);
        var numbers = List.of(
                count("closing", closing),
                count("arriving", arriving),
                new Figure("waiting", Integer.toString(waiting), waiting == 0, "/lead/desk"),
                money("owing", sum(owing, counted, Dues::open), owing, TO_BE_PAID),
                money("owed", sum(owed, counted, Dues::tooMuch), owed, TO_PAY_BACK));
        return new Day(
                numbers,
                waiting,
                closing,
                arriving,
                with(all, CycleStatus::isCollectable),
                with(all, it -> it == CycleStatus.DRAFT),
                owing,
                owed);
    }

    /** One query for each community; few lead more than one. */
    Map<UUID, Standing> standings(List<CycleCard> all) {
        var found = new HashMap<UUID, Standing>();
        all.stream()
                .collect(Collectors.groupingBy(
                        CycleCard::community, Collectors.mapping(CycleCard::id, Collectors.toSet())))
                .forEach((community, ids) -> found.putAll(standings.of(community, ids)));
        all.forEach(cycle -> found.putIfAbsent(cycle.id(), Standing.NOTHING));
        return found;
    }

    private int waiting(MemberId leader, List<CycleCard> all) {
        var led = leaders.communitiesLedBy(leader);
        if (led.isEmpty()) {
            throw new NotFound();
        }
        var notHere = with(all, it -> it == CycleStatus.DRAFT || it.isTaking() || it.isOnItsWay()).stream()
                .map(CycleCard::id)
                .toList();
        return led.stream()
                .mapToInt(it -> standings.waitingAtDeskOf(it.id(), leader, today(it.zone()), notHere))
                .sum();
    }

    private PickupTime today(ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone);
        return new PickupTime(today.toInstant(), today.plusDays(1).toInstant());
    }

    private static Figure count(String name, List<CycleCard> cycles) {
        return new Figure(name, Integer.toString(cycles.size()), cycles.isEmpty(), where(name, cycles, ""));
    }

    private static Figure money(String name, Money sum, List<CycleCard> cycles, String part) {
        return new Figure(name, sum.toString(), cycles.isEmpty(), where(name, cycles, part));
    }

    /** The one cycle there is, or their part of the page. */
    private static String where(String name, List<CycleCard> cycles, String part) {
        return cycles.size() == 1 ? "/lead/cycles/" + cycles.getFirst().code() + part : "#" + name;
    }

    private static List<CycleCard> owing(
            List<CycleCard> all, Map<UUID, Standing> counted, Function<Dues, Money> which) {
        return all.stream()
                .filter(it -> !amount(it, counted, which).isZero())
                .sorted(Comparator.comparingLong(
                                (CycleCard it) -> amount(it, counted, which).fen())
                        .reversed())
                .toList();
    }

    private static Money sum(Collection<CycleCard> cycles, Map<UUID, Standing> counted, Function<Dues, Money> which) {
        return cycles.stream().map(it -> amount(it, counted, which)).reduce(Money.ZERO, Money::plus);
    }

    private static Money amount(CycleCard cycle, Map<UUID, Standing> counted, Function<Dues, Money> which) {
        return which.apply(counted.getOrDefault(cycle.id(), Standing.NOTHING).dues());
    }

    private static List<CycleCard> with(List<CycleCard> all, Predicate<CycleStatus> meant) {
        return all.stream()
                .filter(cycle -> meant.test(cycle.status()))
                .sorted(Comparator.comparing(CycleCard::cutOff))
                .toList();
    }
}
