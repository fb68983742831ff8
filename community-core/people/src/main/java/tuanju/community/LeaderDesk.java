package tuanju.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who leads where, for operators. */
@Component
@RequiredArgsConstructor
class LeaderDesk {

    private final JdbcClient database;

    /** Somebody who leads a community right now. */
    record Led(UUID memberId, UUID communityId, String communityName, Instant appointedAt) {}

    /** A community with how many lead it and hand over in it. */
    record Overview(UUID id, String shortCode, String name, String place, Instant createdAt, int leaders, int points) {}

    /** Leaders, the latest first; appointed is where the page before ended. */
    List<Led> leaders(@Nullable Instant before, int limit) {
        return database.sql("""
                        select l.member_id, l.community_id, c.name as community_name, l.appointed_at
                        from leader l join community c on c.id = l.community_id
                        where l.revoked_at is null
                            and (cast(:before as timestamptz) is null or l.appointed_at < cast(:before as timestamptz))
                        order by l.appointed_at desc
                        limit :limit
                        """)
                .param("before", before == null ? null : before.toString())
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(Led.class))
                .list();
    }

    /**
     * Open communities by name, with their numbers in the same query.
     *
     * @param search part of a name or place; empty for all
     * @param after the name the page before ended with; empty for the first page
     */
    List<Overview> communities(String search, String after, int limit) {
        return database.sql("""
                        select c.id, c.short_code, c.name, c.place, c.created_at,
                            (select count(*) from leader l
                                where l.community_id = c.id and l.revoked_at is null) as leaders,
                            (select count(*) from pickup_point p
                                where p.community_id = c.id and p.closed_at is null) as points
                        from community c
                        where c.closed_at is null and (c.name || ' ' || c.short_code) > :after
                            and (:search = '' or strpos(lower(c.name || ' ' || c.place), lower(:search)) > 0)
                        order by c.name || ' ' || c.short_code
                        limit :limit
                        """)
                .param("search", search)
                .param("after", after)
                .param("limit", limit)
                .query(new SimplePropertyRowMapper<>(Overview.class))
                .list();
    }
}
