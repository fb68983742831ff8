package tuanju.note;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.RateLimits;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.conduct.Conduct;
import tuanju.conduct.Thing;
import tuanju.database.Ids;
import tuanju.member.MemberId;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.picture.Pictures;

/** Members write notes, change and withdraw their own. */
@Component
@RequiredArgsConstructor
@Transactional
public class NoteWriting {

    private static final int CHANGES_AN_HOUR = 30;

    private final NoteRows rows;
    private final Notes notes;
    private final Writers writers;
    private final Authors authors;
    private final Communities communities;
    private final Showcase showcase;
    private final Pictures pictures;
    private final Moderation moderation;
    private final Conduct conduct;
    private final RateLimits limits;

    /**
     * Refuses with Invalid what cannot be read, holds a refused word, shows pictures of somebody else or cards that its author
     * may not see; with CannotWrite who does not belong there, with NotFound a community that is not there.
     */
    public Code write(MemberId author, NoteDraft draft) {
        var shortCode = Objects.requireNonNullElse(draft.community(), "");
        if (shortCode.isBlank()) {
            throw new Invalid("community", "field-missing");
        }
        var community = communities.find(shortCode).orElseThrow(NotFound::new).id();
        writers.need(author, community);
        var content = checked(author, community, draft, List.of());
        authors.become(author);
        var code = communities.nextCode(community);
        conduct.written(thing(community, code, author, content, 1));
        rows.insert(community, Ids.next(), code, author, content);
        return code;
    }

    /**
     * As it read before is kept; what changes nothing is no version. With other cards than before nothing in it counts as bought
     * any more. Refuses as writing does, with NotFound what is not theirs, with CannotWrite what is another version by now, and
     * with TooMany more than thirty changes an hour.
     */
    public void change(MemberId author, Code code, NoteDraft draft) {
        var was = own(author, code);
        if (draft.version() != null && draft.version() != was.version()) {
            throw CannotWrite.changed();
        }
        writers.need(author, was.community());
        var content =
                checked(author, was.community(), draft, was.pictures().stream().toList());
        if (content.isOf(was)) {
            return;
        }
        limits.take("note change " + author.value(), CHANGES_AN_HOUR, Duration.ofHours(1));
        conduct.written(thing(was.community(), code, author, content, was.version() + 1));
        if (!rows.change(was, content)) {
            throw CannotWrite.changed();
        }
    }

    private static Thing thing(CommunityId community, Code code, MemberId author, NoteContent content, int version) {
        var words = content.title() + "\n" + content.body();
        return new Thing(community, Note.KIND, code, author, content.title(), words, version, "/n/" + code, false);
    }

    /**
     * Nobody reads it any more, nor what was said under it. Whoever wrote it may, whether they still see it or not; twice is once.
     * Refuses with NotFound what is not theirs.
     */
    public void withdraw(MemberId author, Code code) {
        if (!rows.withdraw(communities.of(code).id(), code, author)) {
            throw new NotFound();
        }
    }

    /** Refuses with NotFound what is not theirs. */
    @Transactional(readOnly = true)
    public Note own(MemberId author, Code code) {
        var note = notes.find(new Viewer(author), code);
        if (!note.isBy(author)) {
            throw new NotFound();
        }
        return note;
    }

    private NoteContent checked(
            MemberId author, CommunityId community, NoteDraft draft, List<tuanju.picture.PictureRef> had) {
        var content = NoteContent.read(draft);
        moderation.mustPass(Written.TEXT, "title", content.title());
        moderation.mustPass(Written.TEXT, "text", content.body());
        moderation.mustPass(Written.TEXT, "topics", String.join("\n", content.topics()));
        var added = content.pictures().stream().filter(it -> !had.contains(it)).toList();
        if (!pictures.take(author.value(), added)) {
            throw new Invalid("pictures", "note-no-picture");
        }
        var here = communities.get(community).shortCode();
        boolean allHere = content.cards().stream()
                .allMatch(it -> it.code().communityShortCode().equals(here));
        if (!allHere
                || showcase.cards(new Viewer(author), content.cards()).size()
                        < content.cards().size()) {
            throw new Invalid("cards", "note-no-card");
        }
        return content;
    }
}
