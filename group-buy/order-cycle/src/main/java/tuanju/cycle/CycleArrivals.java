package tuanju.cycle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;

/** When the goods of cycles arrived. */
@Component
@RequiredArgsConstructor
public class CycleArrivals {

    private final JdbcClient jdbc;

    private record Arrival(UUID cycle, Instant at) {}

    /** By cycle; those whose goods have not come are missing. */
    public Map<UUID, Instant> of(CommunityId community, Collection<UUID> cycles) {
        return jdbc
                .sql("""
                        select id, arrived_at from order_cycle
                        where community_id = :community and id = any(cast(:cycles as uuid[])) and arrived_at is not null
                        """)
                .param("community", community.value())
                .param("cycles", cycles.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .query((row, number) -> new Arrival(
                        row.getObject("id", UUID.class),
                        row.getObject("arrived_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Arrival::cycle, Arrival::at));
    }
}
