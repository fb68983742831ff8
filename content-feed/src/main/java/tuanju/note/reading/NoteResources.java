package tuanju.note.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.CardResource;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.note.Authors;
import tuanju.note.Note;
import tuanju.note.NoteChange;
import tuanju.note.NoteDraft;
import tuanju.note.NoteHistory;
import tuanju.note.NoteWriting;
import tuanju.note.Notes;
import tuanju.note.talk.Comments;
import tuanju.note.talk.Reactions;
import tuanju.picture.Pictures;

/** Notes over the API: written, read, changed and withdrawn. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/notes")
class NoteResources {

    private static final int WIDE = 800;

    private final NoteWriting writing;
    private final Notes notes;
    private final Authors authors;
    private final NoteHistory history;
    private final Comments comments;
    private final Reactions reactions;
    private final Showcase showcase;
    private final Pictures pictures;
    private final Commands commands;

    /** By what a note is found. */
    record Made(String code) {}

    /** The changes to a note, the twenty latest, the latest first; none to what was not for its reader. */
    record Changes(List<NoteChange> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Made> write(@AuthenticationPrincipal SignedIn me, @RequestBody NoteDraft draft, CommandKey key) {
        return commands.once(
                        key.with(draft),
                        NoteFormPages.NOTES,
                        Made.class,
                        () -> new Made(writing.write(me.member(), draft).value()))
                .with(HttpStatus.CREATED);
    }

    @GetMapping("/{code}")
    NoteResource note(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var viewer = Viewer.of(me);
        return shown(notes.find(viewer, code), viewer);
    }

    /** As a whole; a community is not changed. */
    @PutMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody NoteDraft draft) {
        writing.change(me.member(), code, draft);
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        writing.withdraw(me.member(), code);
    }

    @GetMapping("/{code}/changes")
    Changes changes(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var viewer = Viewer.of(me);
        return new Changes(history.of(notes.find(viewer, code), viewer));
    }

    private NoteResource shown(Note note, Viewer viewer) {
        var author = Objects.requireNonNull(authors.of(List.of(note.author())).get(note.author()));
        var said = reactions.of(note, viewer);
        Map<String, Integer> counts = new TreeMap<>();
        said.counts().forEach((kind, number) -> counts.put(kind.name(), number));
        var refs = note.about().stream().map(Note.About::ref).toList();
        return new NoteResource(
                note.code().value(),
                note.code().communityShortCode(),
                new NoteResource.Who(author.code(), author.name()),
                note.title(),
                note.body(),
                note.pictures().stream()
                        .map(it -> pictures.url(it, note.title(), WIDE))
                        .toList(),
                note.topics(),
                showcase.cards(viewer, refs).stream()
                        .map(it -> CardResource.of(it, pictures))
                        .toList(),
                note.about().stream()
                        .filter(Note.About::bought)
                        .map(it -> NoteForm.name(it.ref()))
                        .toList(),
                note.visibility().word(),
                note.promoted(),
                counts,
                said.mine().stream().map(Enum::name).sorted().toList(),
                comments.count(note, viewer),
                note.version(),
                note.written(),
                note.edited(),
                note.hidden());
    }
}
