package tuanju.note.talk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.conduct.Conduct;
import tuanju.conduct.Thing;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.note.Author;
import tuanju.note.Authors;
import tuanju.note.CannotWrite;
import tuanju.note.Note;
import tuanju.note.NoteText;
import tuanju.note.Notes;
import tuanju.note.Writers;

/** What is said under notes, on two levels. */
@Component
@RequiredArgsConstructor
@Transactional
public class Comments {

    private static final int LONGEST = 500;
    private static final int ANSWERS = 50;

    private final CommentRows rows;
    private final Notes notes;
    private final Writers writers;
    private final Authors authors;
    private final Communities communities;
    private final Moderation moderation;
    private final TalkNews news;
    private final Conduct conduct;

    /**
     * A page of what is said.
     *
     * @param next the last comment of this page; null where no more follow
     */
    public record Page(List<Comment> shown, @Nullable Code next) {}

    /**
     * Says something under a note, or in answer to a comment there; an answer to an answer stands beside it. Refuses with
     * NotFound a note or comment they may not see, with CannotWrite who does not belong there and a fifty-first answer under one
     * comment, with Invalid an empty or too long text, a refused word, and more than five people called by name.
     */
    public Code write(MemberId author, Code code, @Nullable String typed, @Nullable Code parent) {
        var note = notes.find(new Viewer(author), code);
        writers.need(author, note.community());
        var text = NoteText.clean("text", Objects.requireNonNullElse(typed, ""), LONGEST);
        if (text.isEmpty()) {
            throw new Invalid("text", "text-missing");
        }
        moderation.mustPass(Written.TEXT, "text", text);
        var answered = parent == null
                ? null
                : rows.find(note, author.value(), parent).orElseThrow(() -> new Invalid("parent", "comment-gone"));
        @Nullable UUID under = answered == null || answered.parent() == null ? id(answered) : answered.parent();
        if (under != null && rows.answersHeld(note, under) >= ANSWERS) {
            throw CannotWrite.answersFull();
        }
        var authorCode = authors.become(author);
        var row = new CommentRows.Row(
                Ids.next(),
                communities.nextCode(note.community()),
                author,
                authorCode,
                under,
                under == null ? 1 : 2,
                text,
                java.time.OffsetDateTime.MIN,
                null);
        conduct.written(new Thing(
                note.community(), Comment.KIND, row.code(), author, note.title(), text, 1, "/n/" + note.code(), false));
        news.prepare(note, row, answered).run(() -> rows.insert(note, row));
        return row.code();
    }

    /**
     * Takes back one's own, whether one still sees it or not; the answers to it go with it. Twice is once. Refuses with NotFound
     * what is not theirs.
     */
    public void withdraw(MemberId author, Code code, Code comment) {
        if (!rows.withdraw(communities.of(code).id(), code, comment, author)) {
            throw new NotFound();
        }
    }

    /** What this viewer may read of it, oldest first. */
    @Transactional(readOnly = true)
    public Page of(Note note, Viewer viewer, @Nullable Code after, int limit) {
        var found = rows.top(note, viewer.id(), after, limit + 1);
        var shown = found.stream().limit(limit).toList();
        var answers = rows.answers(
                note, viewer.id(), shown.stream().map(it -> it.id()).toList(), ANSWERS);
        var people = people(Stream.concat(shown.stream(), answers.stream()).toList());
        Map<UUID, List<CommentRows.Row>> byParent =
                answers.stream().collect(Collectors.groupingBy(it -> Objects.requireNonNull(it.parent())));
        var comments = shown.stream()
                .map(it -> comment(it, people, viewer, byParent.getOrDefault(it.id(), List.of())))
                .toList();
        return new Page(comments, found.size() > limit ? shown.getLast().code() : null);
    }

    /** How many this viewer may read. */
    @Transactional(readOnly = true)
    public int count(Note note, Viewer viewer) {
        return rows.count(note, viewer.id());
    }

    private static @Nullable UUID id(CommentRows.@Nullable Row row) {
        return row == null ? null : row.id();
    }

    private Map<MemberId, Author> people(List<CommentRows.Row> all) {
        var codes = new HashMap<MemberId, String>();
        all.forEach(it -> codes.put(it.author(), it.authorCode()));
        return authors.of(codes);
    }

    private static Comment comment(
            CommentRows.Row row, Map<MemberId, Author> people, Viewer viewer, List<CommentRows.Row> answers) {
        return new Comment(
                row.code(),
                Objects.requireNonNull(people.get(row.author())),
                row.body(),
                row.written().toInstant(),
                row.author().equals(viewer.member()),
                row.hidden(),
                answers.stream()
                        .map(it -> comment(it, people, viewer, List.of()))
                        .toList());
    }
}
