package tuanju.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.picture.PictureRef;

/** Notes in lists, newest first: one statement a page, and one for the names of who wrote. */
@Component
@RequiredArgsConstructor
class TileRows {

    /** A note's id says when it was written, so that its key is its place in every list. */
    private static final String TILES = """
            select n.code, n.title, left(n.body, 200) as start, n.pictures[1] as cover, n.author_id, a.code as author_code,
                n.promoted, n.visible_from, n.topics, n.written_at,
                (select count(distinct r.member_id) from note_reaction r
                    where r.community_id = n.community_id and r.note_id = n.id and
            """ + Sight.person("r.member_id") + """
                ) as reactions
            from note n join note_author a on a.member_id = n.author_id
            where
            """ + Sight.NOTE
            + " and (:after::text is null or n.id < (select b.id from note b"
            + " where b.community_id = :behind and b.code = :after)) and ";

    private static final int START = 60;

    private final JdbcClient jdbc;
    private final Authors authors;

    /** Whoever looks, after which note of which community, at most how many. */
    record Asked(
            @Nullable MemberId viewer,
            @Nullable Code after,
            @Nullable UUID behind,
            int limit) {}

    List<NoteTile> of(Asked asked, CommunityId community, String topic) {
        return tiles(
                asked,
                "n.community_id = :community and (:topic = '' or :topic = any(n.topics))",
                statement -> statement.param("community", community.value()).param("topic", topic));
    }

    /** By whom this viewer follows, in these communities. */
    List<NoteTile> followed(Asked asked, Collection<CommunityId> communities) {
        return tiles(
                asked,
                "n.community_id = any(:communities) and n.author_id in"
                        + " (select f.other_id from following f where f.member_id = :viewer)",
                statement -> statement.param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(UUID[]::new)));
    }

    List<NoteTile> by(Asked asked, MemberId author) {
        return tiles(asked, "n.author_id = :author", it -> it.param("author", author.value()));
    }

    /** What this viewer put aside. */
    List<NoteTile> kept(Asked asked) {
        return tiles(
                asked,
                "exists (select from note_kept k where k.community_id = n.community_id and k.note_id = n.id"
                        + " and k.member_id = :viewer)",
                it -> it);
    }

    /** In which this is found; what is shown of each begins shortly before it. */
    List<NoteTile> holding(Asked asked, CommunityId community, Notes.Wanted wanted) {
        return tiles(
                TILES.replace("left(n.body, 200)", NoteSearchRows.AROUND),
                asked,
                NoteSearchRows.HOLDS,
                it -> it.param("community", community.value())
                        .param("query", wanted.query())
                        .param("expression", wanted.expression()));
    }

    /** In this order. */
    List<NoteTile> these(Asked asked, List<Code> codes) {
        var found = tiles(
                asked,
                "n.code = any(:codes::text[])",
                it -> it.param("codes", codes.stream().map(Code::value).toArray(String[]::new)));
        return found.stream()
                .sorted(java.util.Comparator.comparing(it -> codes.indexOf(it.code())))
                .toList();
    }

    private interface Filled {
        JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement);
    }

    private List<NoteTile> tiles(Asked asked, String which, Filled filled) {
        return tiles(TILES, asked, which, filled);
    }

    private List<NoteTile> tiles(String select, Asked asked, String which, Filled filled) {
        var viewer = asked.viewer();
        var after = asked.after();
        var found = filled.by(jdbc.sql(select + which + " order by n.id desc limit :limit")
                        .param("viewer", viewer == null ? null : viewer.value())
                        .param("after", after == null ? null : after.value())
                        .param("behind", asked.behind())
                        .param("limit", asked.limit()))
                .query(TileRows::row)
                .list();
        var people =
                authors.of(found.stream().collect(Collectors.toMap(Row::author, Row::authorCode, (one, same) -> one)));
        return found.stream()
                .filter(it -> people.containsKey(it.author()))
                .map(it -> it.tile(people.get(it.author())))
                .toList();
    }

    /** A tile before it is known what its author is called. */
    private record Row(NoteTileFace face, MemberId author, String authorCode) {

        private NoteTile tile(@Nullable Author by) {
            return face.by(java.util.Objects.requireNonNull(by));
        }
    }

    private record NoteTileFace(
            Code code,
            String title,
            String start,
            @Nullable PictureRef cover,
            int reactions,
            boolean promoted,
            Visibility visibility,
            List<String> topics,
            OffsetDateTime written) {

        private NoteTile by(Author author) {
            return new NoteTile(
                    code, title, start, cover, author, reactions, promoted, visibility, topics, written.toInstant());
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        @Nullable String cover = row.getString("cover");
        return new Row(
                new NoteTileFace(
                        new Code(row.getString("code")),
                        row.getString("title"),
                        NoteText.start(row.getString("start"), START),
                        cover == null ? null : new PictureRef(cover),
                        row.getInt("reactions"),
                        row.getBoolean("promoted"),
                        Visibility.stored(row),
                        List.of(NoteRows.strings(row, "topics")),
                        row.getObject("written_at", OffsetDateTime.class)),
                new MemberId(row.getObject("author_id", UUID.class)),
                row.getString("author_code"));
    }
}
