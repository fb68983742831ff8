package tuanju.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.note.Notes.Candidate;

/** What may be shown to a reader, with what speaks for it, in one statement. */
@Component
@RequiredArgsConstructor
class NoteCandidateRows {

    /** Of older ones the feed in plain time order tells. */
    private static final int MOST = 200;

    private static final String CANDIDATES = """
            with newest as (
                select n.* from note n
                where n.community_id = any(:communities) and n.author_id <> :viewer and n.written_at <= :asOf and
            """ + Sight.NOTE + """
                order by n.id desc limit :most
            ), cards as (
                select k.community_id, k.note_id, k.card_code, case k.kind
                    when 'PRODUCT' then product_of_code(k.community_id, k.card_code) when 'CYCLE' then null
                    else product_of_team_buy(k.community_id, k.card_code) end as product
                from note_card k join newest n on n.community_id = k.community_id and n.id = k.note_id
            )
            select n.code, n.author_id, n.written_at,
                (select array_agg(coalesce(c.product::text, c.card_code)) from cards c
                    where c.community_id = n.community_id and c.note_id = n.id) as about,
                (select coalesce(sum(case r.kind when 'USEFUL' then 3 when 'GOOD' then 3 when 'WARM' then 2 else 1 end), 0)
                    from note_reaction r where r.community_id = n.community_id and r.note_id = n.id
                        and r.member_id <> n.author_id and r.reacted_at <= :asOf)
                + (select 4 * count(*) from note_kept p where p.community_id = n.community_id and p.note_id = n.id
                        and p.member_id <> n.author_id and p.kept_at <= :asOf) as weight,
                exists (select from following f join following g on g.member_id = f.other_id and g.other_id = f.member_id
                    where f.member_id = :viewer and f.other_id = n.author_id) as known,
                exists (select from cards c where c.community_id = n.community_id and c.note_id = n.id
                    and has_completed(n.community_id, :viewer, c.product, c.card_code)) as had
            from newest n order by n.id desc
            """;

    private final JdbcClient jdbc;

    List<Candidate> of(MemberId reader, Collection<CommunityId> where, Instant asOf) {
        return jdbc.sql(CANDIDATES)
                .param("communities", where.stream().map(CommunityId::value).toArray(UUID[]::new))
                .param("viewer", reader.value())
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(NoteCandidateRows::row)
                .list();
    }

    private static Candidate row(ResultSet row, int number) throws SQLException {
        return new Candidate(
                new Code(row.getString("code")),
                new MemberId(row.getObject("author_id", UUID.class)),
                List.of(NoteRows.strings(row, "about")),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getInt("weight"),
                row.getBoolean("known"),
                row.getBoolean("had"));
    }
}
