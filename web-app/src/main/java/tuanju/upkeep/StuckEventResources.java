package tuanju.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;
import tuanju.member.SignedIn;
import tuanju.outbox.Outbox.Reason;
import tuanju.outbox.Outbox.Unheard;
import tuanju.outbox.StuckEvents;
import tuanju.outbox.StuckEvents.StuckKind;

/** For operators over REST: what happened and a listener has not heard, and helping it, one by one or all of a kind. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator")
class StuckEventResources {

    private static final int PAGE = 50;

    private final StuckEvents stuck;
    private final Unsticking unsticking;
    private final Commands commands;

    /**
     * The same event for the same listener, stuck for the same reason.
     *
     * @param many all of them
     * @param mostFailures of the one that failed most often
     * @param nextTry the earliest; null for what is set aside
     * @param lastError the kind of the last error, without its words
     * @param setAside null for what is still tried
     */
    record Kind(
            UUID id,
            String event,
            String listener,
            int many,
            int mostFailures,
            Instant since,
            @Nullable Instant nextTry,
            @Nullable String lastError,
            @Nullable Reason setAside) {

        private static Kind of(StuckKind it) {
            return new Kind(
                    it.id(),
                    Unsent.event(it),
                    Unsent.listener(it),
                    it.many(),
                    it.mostFailures(),
                    it.since(),
                    it.nextTry(),
                    it.lastError(),
                    it.setAside());
        }
    }

    /**
     * One event that one listener has not heard.
     *
     * @param subject what it is about; null where nobody could read it yet
     * @param nextTry null for what is set aside
     */
    record Event(
            UUID id,
            @Nullable UUID subject,
            Instant since,
            int failures,
            @Nullable Instant nextTry,
            @Nullable String lastError) {

        private static Event of(Unheard it) {
            return new Event(it.id(), it.subject(), it.since(), it.failures(), it.nextTry(), it.lastError());
        }
    }

    /** A page; next is to be sent as "after", and is null on the last page. */
    record Page(List<Event> items, @Nullable Long next) {}

    /** How many were helped. */
    record Helped(int many) {}

    /** What still fails first, then the most of a kind. */
    @GetMapping("/stuck-events")
    List<Kind> kinds() {
        return stuck.kinds().stream().map(Kind::of).toList();
    }

    /** The oldest first. */
    @GetMapping("/stuck-events/{kind}")
    Page kind(@PathVariable UUID kind, @RequestParam(required = false) @Nullable Long after) {
        if (stuck.kind(kind).isEmpty()) {
            throw new NotFound();
        }
        var found = stuck.of(kind, after == null ? 0 : after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        return new Page(
                shown.stream().map(Event::of).toList(),
                found.size() > PAGE ? shown.getLast().number() : null);
    }

    /** Within seconds. */
    @PostMapping("/stuck-events/{kind}/tries")
    ResponseEntity<Helped> tryAll(@AuthenticationPrincipal SignedIn me, @PathVariable UUID kind, CommandKey key) {
        var answer = commands.once(key, Integer.class, () -> unsticking.tryAll(kind, me.member()));
        return answer.with(HttpStatus.OK, new Helped(answer.value()));
    }

    /** Out of the way of what happened later; it becomes another kind. */
    @PutMapping("/stuck-events/{kind}/rest")
    Helped setAsideAll(@AuthenticationPrincipal SignedIn me, @PathVariable UUID kind) {
        return new Helped(unsticking.setAsideAll(kind, me.member()));
    }

    /** Nobody will hear any of it; only what was set aside. */
    @DeleteMapping("/stuck-events/{kind}")
    Helped giveUpAll(@AuthenticationPrincipal SignedIn me, @PathVariable UUID kind) {
        return new Helped(unsticking.giveUpAll(kind, me.member()));
    }

    /** Within seconds. */
    @PostMapping("/events/{id}/tries")
    ResponseEntity<Void> tryNow(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, CommandKey key) {
        return commands.once(key, String.class, () -> {
                    unsticking.tryNow(id, me.member());
                    return "";
                })
                .done();
    }

    /** Nobody will hear it; only what was set aside. */
    @DeleteMapping("/events/{id}")
    ResponseEntity<Void> giveUp(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        unsticking.giveUp(id, me.member());
        return ResponseEntity.noContent().build();
    }
}
