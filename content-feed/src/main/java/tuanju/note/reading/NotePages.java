package tuanju.note.reading;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.card.Card;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.link.LinkQrCodes;
import tuanju.link.Links;
import tuanju.member.SignedIn;
import tuanju.note.Author;
import tuanju.note.Authors;
import tuanju.note.Note;
import tuanju.note.NoteHistory;
import tuanju.note.NoteText;
import tuanju.note.Notes;
import tuanju.note.Writers;
import tuanju.note.talk.Comments;
import tuanju.note.talk.KeptNotes;
import tuanju.note.talk.Reactions;
import tuanju.page.BaseAddress;
import tuanju.page.OpenGraph;
import tuanju.picture.Pictures;

/** A note on its page, open to whoever may see it, and how it came to read so. */
@Controller
@RequestMapping("/n/{code}")
@RequiredArgsConstructor
class NotePages {

    private static final int COMMENTS = 30;
    private static final int WIDE = 800;
    private static final int DESCRIPTION = 80;

    private final Notes notes;
    private final Authors authors;
    private final NoteHistory history;
    private final NoteText texts;
    private final Comments comments;
    private final Reactions reactions;
    private final KeptNotes kept;
    private final Writers writers;
    private final Showcase showcase;
    private final Communities communities;
    private final Links links;
    private final LinkQrCodes codes;
    private final Pictures pictures;
    private final BaseAddress base;

    @GetMapping
    String note(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable Code after,
            Model model) {
        var viewer = Viewer.of(me);
        var note = notes.find(viewer, code);
        var community = communities.get(note.community());
        var cards = cards(note, viewer);
        var talk = comments.of(note, viewer, after, COMMENTS);
        model.addAttribute("note", note);
        model.addAttribute("blocks", texts.blocks(note.body()));
        model.addAttribute("author", author(note));
        model.addAttribute("community", community);
        model.addAttribute("cards", cards);
        model.addAttribute("bought", note.about().stream().anyMatch(Note.About::bought));
        model.addAttribute("comments", talk.shown());
        model.addAttribute("commentsAfter", after);
        model.addAttribute("commentsNext", talk.next());
        model.addAttribute("count", comments.count(note, viewer));
        model.addAttribute("said", reactions.of(note, viewer));
        model.addAttribute("kept", kept.has(viewer, note));
        model.addAttribute("mine", me != null && note.isBy(me.member()));
        model.addAttribute("signedIn", me != null);
        model.addAttribute("writes", me != null && writers.mayWrite(me.member(), note.community()));
        model.addAttribute("active", "notes");
        share(note, me, community.name(), model);
        return "note/note";
    }

    @GetMapping("/history")
    String history(@AuthenticationPrincipal @Nullable SignedIn me, @PathVariable Code code, Model model) {
        var viewer = Viewer.of(me);
        var note = notes.find(viewer, code);
        model.addAttribute("note", note);
        model.addAttribute("changes", history.of(note, viewer));
        model.addAttribute("active", "notes");
        return "note/history";
    }

    @GetMapping("/qr.svg")
    ResponseEntity<byte[]> qrCode(
            @AuthenticationPrincipal @Nullable SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String from) {
        var note = notes.find(Viewer.of(me), code);
        return codes.answer(SharedNote.KIND, code, from, note.visibility());
    }

    /** With what was had of it first; what has no page of its own cannot be led to. */
    private List<Card> cards(Note note, Viewer viewer) {
        var refs = Stream.concat(
                        note.about().stream().filter(Note.About::bought),
                        note.about().stream().filter(it -> !it.bought()))
                .map(Note.About::ref)
                .toList();
        return refs.isEmpty() ? List.of() : showcase.cards(viewer, refs);
    }

    private Author author(Note note) {
        return Objects.requireNonNull(authors.of(List.of(note.author())).get(note.author()));
    }

    private void share(Note note, @Nullable SignedIn me, String community, Model model) {
        var own = links.own(me, SharedNote.KIND, note.code());
        model.addAttribute("own", own);
        model.addAttribute("share", own.sheet(note.title(), community, false));
        if (!note.visibility().isPublic()
                || note.hidden() != null
                || note.pictures().isEmpty()) {
            return;
        }
        var cover = pictures.url(note.pictures().getFirst(), note.title(), WIDE);
        // no chat app draws an illustration, which is SVG
        if (cover.endsWith(".jpg")) {
            model.addAttribute(
                    "openGraph",
                    new OpenGraph(
                            note.title(),
                            NoteText.start(note.body(), DESCRIPTION),
                            new OpenGraph.Image(base.of(cover), "image/jpeg", WIDE, WIDE),
                            base.of(note.path())));
        }
    }
}
