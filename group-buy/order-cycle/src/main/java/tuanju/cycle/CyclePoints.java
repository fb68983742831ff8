package tuanju.cycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.CommunityId;

/** The pickup points of cycles, each with its own pickup time. */
@Component
@RequiredArgsConstructor
public class CyclePoints {

    private static final String COLUMNS = """
            select cycle_id, point_id, name, area, address, hours, pickup_from, pickup_until from cycle_point
            """;

    /** No point at all. */
    public static final UUID NOWHERE = new UUID(0, 0);

    private final JdbcClient jdbc;

    /** Where a cycle's goods are collected, its main point first; never empty. */
    public List<CyclePoint> of(CycleCard cycle) {
        return of(cycle.community(), List.of(cycle.id())).getOrDefault(cycle.id(), List.of());
    }

    /**
     * Where somebody collects who has chosen this point, and nobody is sent to a point they did not choose: refuses with
     * Invalid for the field point one that is not of the cycle, and none where there is more than one.
     */
    public CyclePoint chosen(CycleCard cycle, @Nullable UUID point) {
        var offered = of(cycle);
        if (point == null && offered.size() == 1) {
            return offered.getFirst();
        }
        return offered.stream()
                .filter(it -> it.point().equals(point))
                .findFirst()
                .orElseThrow(() -> new Invalid("point", "cycle-point-missing"));
    }

    /** The same for several cycles of a community, by their ids. */
    public Map<UUID, List<CyclePoint>> of(CommunityId community, Collection<UUID> cycles) {
        if (cycles.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(COLUMNS + "where community_id = :community and cycle_id in (:cycles) and not gone"
                        + " order by cycle_id, position")
                .param("community", community.value())
                .param("cycles", cycles)
                .query((row, number) -> Map.entry(row.getObject("cycle_id", UUID.class), point(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The same as its leader planned it, before an extension moved some of them a day on. */
    public List<CyclePoint> asPlanned(CycleCard cycle) {
        return jdbc.sql("""
                        select point_id, name, area, address, hours,
                            pickup_from - case when postponed then interval '1 day' else interval '0' end as pickup_from,
                            pickup_until - case when postponed then interval '1 day' else interval '0' end as pickup_until
                        from cycle_point where community_id = :community and cycle_id = :cycle and not gone order by position
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> point(row))
                .list();
    }

    public void add(CommunityId community, UUID cycle, List<CyclePoint> points) {
        for (int position = 0; position < points.size(); position++) {
            add(community, cycle, points.get(position), position);
        }
    }

    /** Moves those that would begin before the cut-off a day later, one day on; answers with the moved. */
    public List<CyclePoint> postpone(CycleCard cycle) {
        return jdbc.sql("""
                        update cycle_point p set
                            pickup_from = p.pickup_from + interval '1 day', pickup_until = p.pickup_until + interval '1 day',
                            postponed = true
                        from order_cycle c
                        where p.community_id = :community and p.cycle_id = :cycle
                            and c.community_id = p.community_id and c.id = p.cycle_id
                            and p.pickup_from < coalesce(c.boxfill_until, c.cut_off) + interval '1 day'
                        returning p.point_id, p.name, p.area, p.address, p.hours, p.pickup_from, p.pickup_until
                        """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> point(row))
                .list();
    }

    public void add(CommunityId community, UUID cycle, CyclePoint point, int position) {
        var place = point.place();
        jdbc.sql("""
                        insert into cycle_point (community_id, cycle_id, point_id, position, name, area, address, hours,
                                                 pickup_from, pickup_until)
                        values (:community, :cycle, :point, :position, :name, :area, :address, :hours, :from, :until)
                        """)
                .param("community", community.value())
                .param("cycle", cycle)
                .param("point", place.point())
                .param("position", position)
                .param("name", place.name())
                .param("area", place.area())
                .param("address", place.address())
                .param("hours", place.hours())
                .param("from", point.from().atOffset(ZoneOffset.UTC))
                .param("until", point.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static CyclePoint point(ResultSet row) throws SQLException {
        return new CyclePoint(
                new PickupPlace(
                        row.getObject("point_id", UUID.class),
                        row.getString("name"),
                        row.getString("area"),
                        row.getString("address"),
                        row.getString("hours")),
                row.getObject("pickup_from", OffsetDateTime.class).toInstant(),
                row.getObject("pickup_until", OffsetDateTime.class).toInstant());
    }
}
