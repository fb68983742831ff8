package tuanju.demand;

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
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.member.SignedIn;

/** The board over the API. */
@RestController
@RequiredArgsConstructor
class IdeaResources {

    private final Ideas ideas;
    private final IdeaAnswers answers;
    private final Communities communities;
    private final Commands commands;

    /** What somebody wants (WISH, where nothing is said) or is not happy with (GRIPE). */
    record Wanted(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String text) {}

    /** By what an idea is found. */
    record Made(String code) {}

    /** PLANNED, TRYING, HERE or DECLINED, and why. */
    record Step(@Nullable String status, @Nullable String reason) {}

    /** The code of the idea that says the same and stays. */
    record Merging(@Nullable String into) {}

    /** An idea; mergedInto is the one that says the same, null where it stands for itself. */
    record Item(
            String code,
            String kind,
            String title,
            String text,
            String author,
            String name,
            String status,
            int votes,
            boolean voted,
            boolean mine,
            @Nullable String mergedInto,
            Instant written) {

        private static Item of(Idea it) {
            var merged = it.mergedInto();
            return new Item(
                    it.code().value(),
                    it.kind(),
                    it.title(),
                    it.text(),
                    it.author().code(),
                    it.author().name(),
                    it.status().name(),
                    it.votes(),
                    it.voted(),
                    it.mine(),
                    merged == null ? null : merged.value(),
                    it.written());
        }
    }

    /** The most wanted first; votesLeft is how many votes the caller has left here; next is to be sent as "after", null at the end. */
    record Board(List<Item> items, int votesLeft, @Nullable String next) {}

    /** What the leader said to it. */
    record Said(String status, String reason, Instant at) {}

    /** An idea with all that was said to it, the oldest first. */
    record One(Item idea, List<Said> answers) {}

    /**
     * The board of a community.
     *
     * @param status RECEIVED, PLANNED, TRYING, HERE or DECLINED; left out for what is still open
     */
    @GetMapping("/api/v1/communities/{code}/ideas")
    Board board(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String after) {
        var here = communities.find(code).orElseThrow(NotFound::new).id();
        var statuses = status.isBlank() ? IdeaStatus.OPEN : List.of(IdeaStatus.read(status));
        var board = ideas.board(here, Viewer.of(me), statuses, Code.after(after));
        var next = board.next();
        return new Board(
                board.ideas().stream().map(Item::of).toList(),
                ideas.left(me.member(), here),
                next == null ? null : next.value());
    }

    @PostMapping("/api/v1/communities/{code}/ideas")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Made> write(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable String code,
            @RequestBody Wanted wanted,
            CommandKey key) {
        var draft = new Ideas.Draft(wanted.kind(), wanted.title(), wanted.text());
        return commands.once(
                        key.with(wanted),
                        IdeaPages.IDEAS,
                        Made.class,
                        () -> new Made(ideas.write(me.member(), code, draft).value()))
                .with(HttpStatus.CREATED);
    }

    @GetMapping("/api/v1/ideas/{code}")
    One one(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        var read = ideas.find(code, Viewer.of(me), me.operator());
        return new One(
                Item.of(read.idea()),
                read.answers().stream()
                        .map(it -> new Said(it.status().name(), it.reason(), it.at()))
                        .toList());
    }

    @PutMapping("/api/v1/ideas/{code}/vote")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vote(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        ideas.vote(me.member(), code);
    }

    @DeleteMapping("/api/v1/ideas/{code}/vote")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        ideas.takeBack(me.member(), code);
    }

    /** One's own. */
    @DeleteMapping("/api/v1/ideas/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        ideas.withdraw(me.member(), code);
    }

    /** Why it is hidden. */
    record Hiding(@Nullable String reason) {}

    @PutMapping("/api/v1/operator/ideas/{code}/hiding")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hide(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Hiding hiding) {
        ideas.hide(me.member(), code, hiding.reason());
    }

    @PutMapping("/api/v1/ideas/{code}/status")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void become(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Step step) {
        answers.become(me.member(), code, step.status(), step.reason());
    }

    @PutMapping("/api/v1/ideas/{code}/merged-into")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Merging merging) {
        answers.merge(me.member(), code, merging.into());
    }
}
