package tuanju.cycle.steering;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberCard;
import tuanju.member.Members;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderStandings;
import tuanju.order.dues.OrderStandings.Standing;
import tuanju.table.DayRange;

/** Finds cycles of every community for operators, but drafts, which are their leaders' alone; changes nothing. */
@Component
@RequiredArgsConstructor
class CycleDesk {

    /** The orders of as many cycles are added up without being asked to. */
    static final int MOST_SUMMED = 200;

    private final JdbcClient jdbc;
    private final OrderCycles cycles;
    private final OrderStandings standings;
    private final Members members;

    /**
     * Which cycles are looked for.
     *
     * @param words found in their titles, or a code; empty for all
     * @param statuses one of which they have
     * @param days on one of which is their cut-off
     */
    record Search(
            String words,
            Set<CycleStatus> statuses,
            @Nullable CommunityId community,
            DayRange days) {

        private String condition() {
            return " where status = any(:statuses::text[])"
                    + (community == null ? "" : " and community_id = :community")
                    + (days.first() == null ? "" : " and cut_off >= :begin")
                    + (days.last() == null ? "" : " and cut_off < :end")
                    + (words.isBlank() ? "" : " and (strpos(lower(title), :words) > 0 or lower(code) = :words)");
        }
    }

    /** By what they are sorted; an index carries either. */
    enum By {
        CUT_OFF("cut_off", CycleCard::cutOff),
        PICKUP("pickup_from", CycleCard::pickupFrom);

        private final String column;
        private final Function<CycleCard, Instant> place;

        By(String column, Function<CycleCard, Instant> place) {
            this.column = column;
            this.place = place;
        }
    }

    /**
     * How they are looked through.
     *
     * @param after the last one before; null to begin
     */
    record Turn(By by, boolean largestFirst, @Nullable Code after, int limit) {}

    /** One cycle, who leads it, and its orders in numbers. */
    record Found(CycleCard card, String leader, Standing standing) {}

    /**
     * A page of cycles.
     *
     * @param total null where they are too many to be added up unasked
     */
    record Page(List<Found> cycles, boolean more, @Nullable Total total) {}

    /** How many cycles match, how many of their orders come or came, and where the money of all their orders is. */
    record Total(int cycles, int orders, Dues dues) {}

    /** A page and, unasked, what at most {@link #MOST_SUMMED} come to. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Page find(Search search, Turn turn, boolean addUpAll) {
        var found = query(search, turn, turn.limit() + 1);
        var shown = found.subList(0, Math.min(turn.limit(), found.size()));
        return new Page(withOrders(shown), found.size() > turn.limit(), total(search, addUpAll));
    }

    /** Those a file is made of, at most so many. */
    @Transactional(readOnly = true)
    public List<Found> all(Search search, Turn turn, int most) {
        return withOrders(query(search, turn, most));
    }

    /** Those of these codes that match. */
    @Transactional(readOnly = true)
    public List<Found> among(Search search, Collection<String> codes) {
        var sql = OrderCycles.COLUMNS + search.condition() + " and code = any(:codes) order by cut_off desc, id desc";
        return withOrders(asked(search, jdbc.sql(sql))
                .param("codes", codes.toArray(String[]::new))
                .query(OrderCycles::card)
                .list());
    }

    private List<CycleCard> query(Search search, Turn turn, int limit) {
        var after = turn.after();
        var sql = OrderCycles.COLUMNS + search.condition()
                + (after == null ? "" : " and ({by}, id) {beyond} (:afterPlace, :afterId)")
                + " order by {by} {way}, id {way} limit :limit";
        var query = asked(
                        search,
                        jdbc.sql(sql.replace("{by}", turn.by().column)
                                .replace("{way}", turn.largestFirst() ? "desc" : "asc")
                                .replace("{beyond}", turn.largestFirst() ? "<" : ">")))
                .param("limit", limit);
        return (after == null ? query : from(cycles.byCode(after), turn.by(), query))
                .query(OrderCycles::card)
                .list();
    }

    private static StatementSpec from(CycleCard last, By by, StatementSpec query) {
        return query.param("afterPlace", by.place.apply(last).atOffset(ZoneOffset.UTC))
                .param("afterId", last.id());
    }

    private @Nullable Total total(Search search, boolean addUpAll) {
        var most = addUpAll ? Integer.MAX_VALUE : MOST_SUMMED + 1;
        var ids = asked(
                        search,
                        jdbc.sql("select community_id, id from order_cycle" + search.condition() + " limit :most"))
                .param("most", most)
                .query((row, number) -> Map.entry(
                        new CommunityId(row.getObject("community_id", UUID.class)), row.getObject("id", UUID.class)))
                .list();
        if (ids.size() >= most) {
            return null;
        }
        var all = standings(ids.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
        return new Total(
                ids.size(),
                all.values().stream().mapToInt(Standing::orders).sum(),
                Dues.sum(all.values().stream().map(Standing::dues).toList()));
    }

    private List<Found> withOrders(List<CycleCard> found) {
        var orders = standings(found.stream()
                .collect(Collectors.groupingBy(
                        CycleCard::community, Collectors.mapping(CycleCard::id, Collectors.toList()))));
        var people =
                members.cards(found.stream().map(CycleCard::leader).distinct().toList());
        return found.stream()
                .map(it -> new Found(it, name(people.get(it.leader())), orders.getOrDefault(it.id(), Standing.NOTHING)))
                .toList();
    }

    private static String name(@Nullable MemberCard leader) {
        return leader == null ? "" : leader.name();
    }

    private Map<UUID, Standing> standings(Map<CommunityId, ? extends Collection<UUID>> byHome) {
        var found = new HashMap<UUID, Standing>();
        byHome.forEach((home, ids) -> found.putAll(standings.of(home, ids)));
        return found;
    }

    private static StatementSpec asked(Search search, StatementSpec query) {
        var community = search.community();
        var begin = search.days().begin();
        var end = search.days().end();
        return query.param(
                        "statuses", search.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("community", community == null ? null : community.value())
                .param("begin", begin == null ? null : begin.atOffset(ZoneOffset.UTC))
                .param("end", end == null ? null : end.atOffset(ZoneOffset.UTC))
                .param("words", search.words().strip().toLowerCase(Locale.ROOT));
    }
}
