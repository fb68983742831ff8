package tuanju.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;

/** What each member was told and whether they have read it. */
@Component
@RequiredArgsConstructor
class Inbox {

    static final int MOST_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Wording wording;
    private final NotificationSettings settings;

    /** How much this member has not read; a hundred stands for a hundred and more. */
    int unread(MemberId member) {
        return jdbc.sql("""
                        select count(*) from (select from notification
                        where member_id = :member and read_at is null limit 100) as waiting
                        """)
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }

    /** The latest first; after the given one, or from the newest. */
    List<Told> of(MemberId member, @Nullable UUID after, int count) {
        return jdbc.sql("""
                        select id, topic, arguments, link, told_at, read_at from notification
                        where member_id = :member and (cast(:after as uuid) is null or id < :after)
                        order by id desc limit :count
                        """)
                .param("member", member.value())
                .param("after", after)
                .param("count", count)
                .query(this::told)
                .list();
    }

    /** Notes one as read and answers where it leads; empty when this member was never told it. */
    Optional<String> read(MemberId member, UUID id) {
        return jdbc.sql("""
                        update notification set read_at = coalesce(read_at, now())
                        where member_id = :member and id = :id returning link
                        """)
                .param("member", member.value())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** What this member has not read now, the latest first, at most as many as are noted as read at once. */
    List<UUID> unreadIds(MemberId member) {
        return jdbc.sql("""
                        select id from notification where member_id = :member and read_at is null
                        order by id desc limit :most
                        """)
                .param("member", member.value())
                .param("most", MOST_AT_ONCE)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /**
     * Notes these as read, by their ids and not up to one: an id is older than the moment others see it, so that what a
     * longer transaction told meanwhile would be lost. Answers how many were new.
     */
    int read(MemberId member, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        return jdbc.sql("""
                        update notification set read_at = now()
                        where member_id = :member and id in (:ids) and read_at is null
                        """).param("member", member.value()).param("ids", ids).update();
    }

    /** Forgets what was told long ago. */
    void forgetOld() {
        jdbc.sql("delete from notification where told_at < now() - make_interval(days => :days)")
                .param("days", settings.keepDays())
                .update();
    }

    private Told told(ResultSet row, int number) throws SQLException {
        return new Told(
                row.getObject("id", UUID.class),
                wording.sentence(row.getString("topic"), row.getString("arguments")),
                row.getString("link"),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null);
    }
}
