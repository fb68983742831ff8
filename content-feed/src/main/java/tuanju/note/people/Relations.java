package tuanju.note.people;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.RateLimits;
import tuanju.member.MemberId;
import tuanju.note.Author;
import tuanju.note.Authors;
import tuanju.note.Sight;

/** Whom somebody follows, mutes and blocks. */
@Component
@RequiredArgsConstructor
@Transactional
public class Relations {

    private static final int TURNS = 60;
    private static final int MOST_SHOWN = 200;

    private final JdbcClient jdbc;
    private final Authors authors;
    private final RateLimits limits;

    /**
     * From now on; twice is once. Who is muted or blocked is followed no longer, and who blocks no longer mutes. Refuses with
     * NotFound nobody, and to follow who blocked them; with Invalid oneself.
     */
    public void begin(MemberId member, Relation relation, String code) {
        var other = other(member, code);
        limits.take("note-people " + member.value(), TURNS, Duration.ofMinutes(10));
        if (relation == Relation.FOLLOWS) {
            follow(member, other);
            return;
        }
        boolean blocks = relation == Relation.BLOCKS;
        update("delete from following where member_id = :member and other_id = :other", member, other);
        if (blocks) {
            update("delete from following where member_id = :other and other_id = :member", member, other);
        }
        jdbc.sql("""
            insert into aversion (member_id, other_id, blocked) values (:member, :other, :blocks)
            on conflict (member_id, other_id) do update set blocked = excluded.blocked, since = now()
            where aversion.blocked <> excluded.blocked
            """)
                .param("member", member.value())
                .param("other", other.value())
                .param("blocks", blocks)
                .update();
    }

    /** No longer; what was not so stays so. Refuses with NotFound nobody. */
    public void end(MemberId member, Relation relation, String code) {
        var other = other(member, code);
        update(
                switch (relation) {
                    case FOLLOWS -> "delete from following where member_id = :member and other_id = :other";
                    case MUTES ->
                        "delete from aversion where member_id = :member and other_id = :other and not blocked";
                    case BLOCKS -> "delete from aversion where member_id = :member and other_id = :other and blocked";
                },
                member,
                other);
    }

    /** How a member stands to somebody. */
    @Transactional(readOnly = true)
    public Set<Relation> between(MemberId member, MemberId other) {
        var found = EnumSet.noneOf(Relation.class);
        jdbc.sql("""
            select 'FOLLOWS' as relation from following where member_id = :member and other_id = :other
            union all
            select case when blocked then 'BLOCKS' else 'MUTES' end from aversion
            where member_id = :member and other_id = :other
            """)
                .param("member", member.value())
                .param("other", other.value())
                .query(row -> {
                    found.add(Relation.valueOf(row.getString("relation")));
                });
        return found;
    }

    /** Those to whom a member stands so, the latest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Author> all(MemberId member, Relation relation) {
        var ids = jdbc.sql(
                        switch (relation) {
                            case FOLLOWS ->
                                "select other_id from following where member_id = :member order by since desc limit"
                                        + " :most";
                            case MUTES ->
                                "select other_id from aversion where member_id = :member and not blocked order by"
                                        + " since desc limit :most";
                            case BLOCKS ->
                                "select other_id from aversion where member_id = :member and blocked order by since"
                                        + " desc limit :most";
                        })
                .param("member", member.value())
                .param("most", MOST_SHOWN)
                .query((row, number) -> new MemberId(row.getObject("other_id", UUID.class)))
                .list();
        var people = authors.of(ids);
        return ids.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    /** How many follow somebody, as this viewer may count them. */
    @Transactional(readOnly = true)
    public int followersOf(MemberId author, @org.jspecify.annotations.Nullable UUID viewer) {
        return jdbc.sql("select count(*) from following f where f.other_id = :author and "
                        + Sight.person("f.member_id"))
                .param("author", author.value())
                .param("viewer", viewer)
                .query(Integer.class)
                .single();
    }

    /** Whether this reader reads this writer. */
    @Transactional(readOnly = true)
    public boolean reads(@org.jspecify.annotations.Nullable UUID viewer, MemberId author) {
        return jdbc.sql("select " + Sight.person(":author::uuid"))
                .param("author", author.value())
                .param("viewer", viewer)
                .query(Boolean.class)
                .single();
    }

    private void follow(MemberId member, MemberId other) {
        if (!reads(member.value(), other)) {
            throw new NotFound();
        }
        update(
                "insert into following (member_id, other_id) values (:member, :other) on conflict do nothing",
                member,
                other);
    }

    private MemberId other(MemberId member, String code) {
        var other = authors.with(code);
        if (other.equals(member)) {
            throw new Invalid("member", "people-oneself");
        }
        return other;
    }

    private void update(String statement, MemberId member, MemberId other) {
        jdbc.sql(statement)
                .param("member", member.value())
                .param("other", other.value())
                .update();
    }
}
