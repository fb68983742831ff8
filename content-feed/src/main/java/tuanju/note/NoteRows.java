package tuanju.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.card.CardRef;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Visibility;
import tuanju.picture.PictureRef;

/** Notes in the database. */
@Component
@RequiredArgsConstructor
class NoteRows {

    private static final String NOTE = """
        select n.community_id, n.id, n.code, n.author_id, n.title, n.body, n.pictures, n.topics, n.visible_from, n.promoted,
            n.version, n.written_at, n.edited_at,
            case when n.hidden_at is not null then coalesce(n.hidden_reason, '') end as hidden_reason,
            (select array_agg(k.kind || ' ' || k.card_code || ' ' || k.bought order by k.position) from note_card k
                where k.community_id = n.community_id and k.note_id = n.id) as cards
        from note n where n.community_id = :community and n.code = :code and
        """;

    /** What an order of this card is: of its product, or of the cycle itself. */
    private static final String HAD = """
        has_completed(:community, :author, case k.kind when 'PRODUCT' then product_of_code(:community, k.code)
            when 'CYCLE' then null else product_of_team_buy(:community, k.code) end, k.code)
        """;

    private final JdbcClient jdbc;

    void insert(CommunityId community, UUID id, Code code, MemberId author, NoteContent content) {
        jdbc.sql("""
            insert into note (community_id, id, code, author_id, title, body, pictures, topics, visible_from, promoted)
            values (:community, :id, :code, :author, :title, :body, :pictures, :topics, :from, :promoted)
            """)
                .param("community", community.value())
                .param("id", id)
                .param("code", code.value())
                .param("author", author.value())
                .param("title", content.title())
                .param("body", content.body())
                .param("pictures", names(content.pictures()))
                .param("topics", content.topics().toArray(String[]::new))
                .param("from", content.visibility().from())
                .param("promoted", content.promoted())
                .update();
        cards(community, id, author, content.cards(), true);
    }

    /** Whether it was still this version, nobody had withdrawn it meanwhile, and so it was changed. */
    boolean change(Note was, NoteContent content) {
        int changed = jdbc.sql("""
            with old as (
                select community_id, id, version, title, body, visible_from from note
                where community_id = :community and id = :id and version = :version and withdrawn_at is null
                for update
            ), kept as (
                insert into note_version (community_id, note_id, version, title, body, cards, visible_from)
                select community_id, id, version, title, body, :cards, visible_from from old
            )
            update note n set title = :title, body = :body, pictures = :pictures, topics = :topics,
                visible_from = :from, promoted = :promoted, version = n.version + 1, edited_at = now()
            from old where n.community_id = old.community_id and n.id = old.id
            """)
                .param("community", was.community().value())
                .param("id", was.id())
                .param("version", was.version())
                .param("cards", was.refs().stream().map(NoteRows::name).toArray(String[]::new))
                .param("title", content.title())
                .param("body", content.body())
                .param("pictures", names(content.pictures()))
                .param("topics", content.topics().toArray(String[]::new))
                .param("from", content.visibility().from())
                .param("promoted", content.promoted())
                .update();
        if (changed == 1 && !was.refs().equals(content.cards())) {
            jdbc.sql("delete from note_card where community_id = :community and note_id = :id")
                    .param("community", was.community().value())
                    .param("id", was.id())
                    .update();
            cards(was.community(), was.id(), was.author(), content.cards(), false);
        }
        return changed == 1;
    }

    private void cards(CommunityId community, UUID id, MemberId author, List<CardRef> cards, boolean first) {
        if (cards.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into note_card (community_id, note_id, position, kind, card_code, bought)
                        select :community, :id, k.position - 1, k.kind, k.code, :first and
                        """ + HAD + " from unnest(:kinds::text[], :codes::text[]) with ordinality k (kind, code,"
                        + " position)")
                .param("community", community.value())
                .param("id", id)
                .param("author", author.value())
                .param("first", first)
                .param("kinds", cards.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("codes", cards.stream().map(it -> it.code().value()).toArray(String[]::new))
                .update();
    }

    /** Twice is once. Whether it was theirs to take back. */
    boolean withdraw(CommunityId community, Code code, MemberId author) {
        return jdbc.sql("""
            update note set withdrawn_at = coalesce(withdrawn_at, now())
            where community_id = :community and code = :code and author_id = :author
            """)
                        .param("community", community.value())
                        .param("code", code.value())
                        .param("author", author.value())
                        .update()
                == 1;
    }

    Optional<Note> find(@Nullable MemberId viewer, CommunityId community, Code code) {
        return jdbc.sql(NOTE + Sight.NOTE)
                .param("community", community.value())
                .param("code", code.value())
                .param("viewer", viewer == null ? null : viewer.value())
                .query(NoteRows::note)
                .optional();
    }

    /** Those of these that this reader may see, did not write, and that are about what this order is of; in their order. */
    List<Code> leadingTo(CommunityId community, UUID order, MemberId buyer, List<Code> notes) {
        return jdbc.sql("""
                        select n.code from note n
                        where n.community_id = :community and n.code = any(:notes::text[]) and n.author_id <> :viewer and
                        """ + Sight.NOTE + """
                            and exists (
                                select from note_card k
                                where k.community_id = n.community_id and k.note_id = n.id
                                    and order_is_of(:community, :order, case k.kind
                                        when 'PRODUCT' then product_of_code(:community, k.card_code) when 'CYCLE' then null
                                        else product_of_team_buy(:community, k.card_code) end, k.card_code))
                        order by array_position(:notes::text[], n.code)
                        """)
                .param("community", community.value())
                .param("order", order)
                .param("viewer", buyer.value())
                .param("notes", notes.stream().map(Code::value).toArray(String[]::new))
                .query((row, number) -> new Code(row.getString("code")))
                .list();
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        return new Note(
                new CommunityId(row.getObject("community_id", UUID.class)),
                row.getObject("id", UUID.class),
                new Code(row.getString("code")),
                new MemberId(row.getObject("author_id", UUID.class)),
                row.getString("title"),
                row.getString("body"),
                Arrays.stream(strings(row, "pictures")).map(PictureRef::new).toList(),
                List.of(strings(row, "topics")),
                about(strings(row, "cards")),
                Visibility.stored(row),
                row.getBoolean("promoted"),
                row.getInt("version"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                instant(row, "edited_at"),
                row.getString("hidden_reason"));
    }

    static String name(CardRef ref) {
        return ref.kind() + " " + ref.code();
    }

    private static List<Note.About> about(String[] cards) {
        var about = new ArrayList<Note.About>();
        for (var card : cards) {
            var parts = card.split(" ", 3);
            var ref = new CardRef(CardRef.Kind.valueOf(parts[0]), new Code(parts[1]));
            about.add(new Note.About(ref, parts[2].equals("true")));
        }
        return about;
    }

    static String[] strings(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? new String[0] : (String[]) array.getArray();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String[] names(List<PictureRef> pictures) {
        return pictures.stream().map(PictureRef::value).toArray(String[]::new);
    }
}
