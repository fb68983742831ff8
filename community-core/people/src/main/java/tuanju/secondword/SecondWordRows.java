package tuanju.secondword;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.secondword.Proposal.About;
import tuanju.secondword.Proposal.Wish;

/** The table of second words: each is said by one conditional update, so that of two at once one carries it out. */
@Component
@RequiredArgsConstructor
class SecondWordRows {

    private final JdbcClient jdbc;

    /** Whether it waits now; not where the same thing waits already. */
    boolean insert(UUID id, About about, Wish wish, MemberId proposer) {
        var community = about.community();
        return jdbc.sql("""
                        insert into second_word (id, kind, community_id, thing_id, fen, wanted, reason, proposed_by)
                        values (:id, :kind, :community, :thing, :fen, :wanted, :reason, :by)
                        on conflict (kind, community_id, thing_id) where status = 'WAITING' do nothing
                        """)
                        .param("id", id)
                        .param("kind", about.kind())
                        .param("community", community == null ? null : community.value(), Types.OTHER)
                        .param("thing", about.thing())
                        .param("fen", wish.sum().fen())
                        .param("wanted", wish.wanted())
                        .param("reason", wish.reason())
                        .param("by", proposer.value())
                        .update()
                == 1;
    }

    /** What nobody confirmed in time makes room for a new proposal. */
    void expire() {
        jdbc.sql("""
                update second_word set status = 'EXPIRED', wanted = ''
                where status = 'WAITING' and expires_at <= now()
                """).update();
    }

    void expireBy(MemberId proposer) {
        jdbc.sql(
                        "update second_word set status = 'EXPIRED', wanted = '' where status = 'WAITING' and proposed_by = :by")
                .param("by", proposer.value())
                .update();
    }

    Optional<Proposal> waiting(UUID id) {
        return jdbc.sql("select * from second_word where id = :id and status = 'WAITING' and expires_at > now()")
                .param("id", id)
                .query(SecondWordRows::read)
                .optional();
    }

    /** The oldest first. */
    List<Proposal> waiting() {
        return jdbc.sql("""
                        select * from second_word where status = 'WAITING' and expires_at > now()
                        order by proposed_at, id limit 200
                        """).query(SecondWordRows::read).list();
    }

    int waitingCount() {
        return jdbc.sql("select count(*) from second_word where status = 'WAITING' and expires_at > now()")
                .query(Integer.class)
                .single();
    }

    Optional<Instant> waitingSince() {
        return jdbc.sql(
                        "select min(proposed_at) as since from second_word where status = 'WAITING' and expires_at > now()")
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(Timestamp::toInstant))
                .single();
    }

    Set<UUID> waitingAmong(String kind, Collection<UUID> things) {
        return Set.copyOf(jdbc.sql("""
                        select thing_id from second_word
                        where kind = :kind and thing_id = any(:things) and status = 'WAITING' and expires_at > now()
                        """)
                .param("kind", kind)
                .param("things", things.toArray(UUID[]::new))
                .query((row, number) -> row.getObject("thing_id", UUID.class))
                .list());
    }

    boolean confirm(UUID id, MemberId by) {
        return decide("'CONFIRMED'", "proposed_by <> :by and expires_at > clock_timestamp()", id, by);
    }

    boolean refuse(UUID id, MemberId by) {
        return decide("'REFUSED'", "expires_at > clock_timestamp()", id, by);
    }

    private boolean decide(String status, String condition, UUID id, MemberId by) {
        return jdbc.sql("""
                        update second_word
                        set status = %s, decided_by = :by, decided_at = clock_timestamp(), wanted = ''
                        where id = :id and status = 'WAITING' and %s
                        """.formatted(status, condition))
                        .param("id", id)
                        .param("by", by.value())
                        .update()
                == 1;
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        var community = row.getObject("community_id", UUID.class);
        var about = new About(
                row.getString("kind"),
                community == null ? null : new CommunityId(community),
                row.getObject("thing_id", UUID.class));
        var wish = new Wish(Money.ofFen(row.getLong("fen")), row.getString("wanted"), row.getString("reason"));
        return new Proposal(
                row.getObject("id", UUID.class),
                about,
                wish,
                new MemberId(row.getObject("proposed_by", UUID.class)),
                row.getTimestamp("expires_at").toInstant());
    }
}
