package tuanju.link;

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
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.database.Ids;
import tuanju.member.MemberId;

/** The rows of links. */
@Component
@RequiredArgsConstructor
class LinkRows {

    private static final String COLUMNS = """
        select community_id, id, code, sharer_id, target_kind, target_code, channel, made_at, withdrawn_at from shared_link
        """;

    private final JdbcClient jdbc;
    private final Communities communities;

    /** The sharer's live link to this page on this channel, made where there was none. */
    Code make(MemberId sharer, Target target, String channel) {
        var community = communities.of(target.code()).id();
        // what is there already is answered too, which only an update does
        return jdbc.sql("""
            insert into shared_link (community_id, id, code, sharer_id, target_kind, target_code, channel)
            values (:community, :id, :code, :sharer, :kind, :target, :channel)
            on conflict (community_id, sharer_id, target_kind, target_code, channel) where withdrawn_at is null
                do update set channel = excluded.channel
            returning code
            """)
                .param("community", community.value())
                .param("id", Ids.next())
                .param("code", communities.nextCode(community).value())
                .param("sharer", sharer.value())
                .param("kind", target.kind())
                .param("target", target.code().value())
                .param("channel", channel)
                .query((row, number) -> new Code(row.getString("code")))
                .single();
    }

    /** The sharer's live link to this page that names no channel. */
    Optional<Code> own(MemberId sharer, Target target) {
        return jdbc.sql(COLUMNS + """
            where community_id = :community and sharer_id = :sharer and target_kind = :kind
                and target_code = :target and channel = '' and withdrawn_at is null
            """)
                .param("community", communities.of(target.code()).id().value())
                .param("sharer", sharer.value())
                .param("kind", target.kind())
                .param("target", target.code().value())
                .query((row, number) -> new Code(row.getString("code")))
                .optional();
    }

    /** The sharer's links of all communities, newest first. */
    List<LinkCard> of(MemberId sharer, @Nullable Code after, int limit) {
        return jdbc.sql(COLUMNS + """
            where sharer_id = :sharer and (:after::text is null or (made_at, code) < (
                select made_at, code from shared_link where sharer_id = :sharer and code = :after))
            order by made_at desc, code desc limit :limit
            """)
                .param("sharer", sharer.value())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(LinkRows::card)
                .list();
    }

    /** So many of the sharer's: these first, in their order, then the latest. */
    List<LinkCard> of(MemberId sharer, List<Code> first, int most) {
        return jdbc.sql(COLUMNS + """
            where sharer_id = :sharer order by array_position(:first::bpchar[], code), made_at desc, code desc limit :most
            """)
                .param("sharer", sharer.value())
                .param("first", first.stream().map(Code::value).toArray(String[]::new))
                .param("most", most)
                .query(LinkRows::card)
                .list();
    }

    /** The sharer's links to this page, on every channel, also withdrawn. */
    List<LinkCard> of(MemberId sharer, Code page) {
        return jdbc.sql(COLUMNS + """
            where community_id = :community and sharer_id = :sharer and target_code = :page order by made_at, code
            """)
                .param("community", communities.of(page).id().value())
                .param("sharer", sharer.value())
                .param("page", page.value())
                .query(LinkRows::card)
                .list();
    }

    /** Those that lead to one of these pages, with the one first by which most orders came. */
    List<LinkCard> to(CommunityId community, Collection<Code> pages, int limit) {
        return jdbc.sql(COLUMNS + """
            where community_id = :community and target_code = any(:pages::bpchar[])
            order by (
                select count(*) from attribution a
                where a.community_id = shared_link.community_id and a.link_id = shared_link.id) desc, made_at, id
            limit :limit
            """)
                .param("community", community.value())
                .param("pages", pages.stream().map(Code::value).toArray(String[]::new))
                .param("limit", limit)
                .query(LinkRows::card)
                .list();
    }

    /** Whether the sharer has this link; from now on it counts for nobody. */
    boolean withdraw(MemberId sharer, Code code) {
        return jdbc.sql("""
            update shared_link set withdrawn_at = coalesce(withdrawn_at, now())
            where community_id = :community and code = :code and sharer_id = :sharer
            """)
                        .param("community", communities.of(code).id().value())
                        .param("code", code.value())
                        .param("sharer", sharer.value())
                        .update()
                > 0;
    }

    /** Whose link it is, where a touch of it by this reader, null where nobody knows who they are, would count. */
    Optional<MemberId> sharer(Code code, @Nullable MemberId reader) {
        return communities
                .find(code.communityShortCode())
                .flatMap(here -> jdbc.sql("""
                    select sharer_id from shared_link
                    where community_id = :community and code = :code and withdrawn_at is null
                        and sharer_id is distinct from :reader
                    """)
                        .param("community", here.id().value())
                        .param("code", code.value())
                        .param("reader", reader == null ? null : reader.value())
                        .query((row, number) -> new MemberId(row.getObject("sharer_id", UUID.class)))
                        .optional());
    }

    private static LinkCard card(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new LinkCard(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new MemberId(row.getObject("sharer_id", UUID.class)),
                new Target(row.getString("target_kind"), new Code(row.getString("target_code"))),
                row.getString("channel"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant());
    }
}
