package tuanju.note.talk;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.card.Viewer;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.member.SignedIn;
import tuanju.note.Notes;

/** What a reader does with a note over the API. */
@RestController
@RequiredArgsConstructor
class TalkResources {

    private static final int PAGE = 50;

    private final Comments comments;
    private final Reactions reactions;
    private final KeptNotes kept;
    private final Notes notes;
    private final Commands commands;

    /**
     * What is said.
     *
     * @param parent the comment it answers; null for none
     */
    record Words(@Nullable String text, @Nullable String parent) {}

    /** By what a comment is found. */
    record Said(String code) {}

    /** A comment and its answers, oldest first. */
    record Commented(
            String code,
            String author,
            String name,
            String text,
            Instant written,
            boolean mine,
            List<Commented> answers) {

        private static Commented of(Comment it) {
            return new Commented(
                    it.code().value(),
                    it.author().code(),
                    it.author().name(),
                    it.text(),
                    it.written(),
                    it.mine(),
                    it.answers().stream().map(Commented::of).toList());
        }
    }

    /** Oldest first; next is to be sent as "after" and null at the end. */
    record Page(List<Commented> items, @Nullable String next) {}

    @PutMapping("/api/v1/notes/{code}/reactions/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Reaction kind) {
        reactions.say(me.member(), code, kind);
    }

    @DeleteMapping("/api/v1/notes/{code}/reactions/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsay(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Reaction kind) {
        reactions.unsay(me.member(), code, kind);
    }

    @GetMapping("/api/v1/notes/{code}/comments")
    Page comments(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable String after) {
        var viewer = Viewer.of(me);
        var page = comments.of(notes.find(viewer, code), viewer, Code.after(after), PAGE);
        var next = page.next();
        return new Page(page.shown().stream().map(Commented::of).toList(), next == null ? null : next.value());
    }

    @PostMapping("/api/v1/notes/{code}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Said> comment(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Words words, CommandKey key) {
        return commands.once(
                        key.with(words),
                        TalkPages.COMMENTS,
                        Said.class,
                        () -> new Said(comments.write(me.member(), code, words.text(), parent(words.parent()))
                                .value()))
                .with(HttpStatus.CREATED);
    }

    @DeleteMapping("/api/v1/notes/{code}/comments/{comment}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable Code comment) {
        comments.withdraw(me.member(), code, comment);
    }

    @PutMapping("/api/v1/me/kept-notes/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        kept.keep(me.member(), code);
    }

    @DeleteMapping("/api/v1/me/kept-notes/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        kept.drop(me.member(), code);
    }

    static @Nullable Code parent(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Code.read(text);
        } catch (NotFound none) {
            throw new Invalid("parent", "comment-gone");
        }
    }
}
