package tuanju.chain;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Fingerprint;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** Chain lists of a cycle for programs. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/chain-lists")
@RequiredArgsConstructor
class ChainListResources {

    private final OrderCycles cycles;
    private final ChainLists lists;
    private final ChainTaking taking;
    private final MissingGuests missing;
    private final Commands commands;

    /**
     * A text from the group.
     *
     * @param self who 我 is where nobody else is speaking; the leader when not said
     * @param dryRun only read it
     * @param pickupPoint where orders are collected that name no point; the cycle's main point when not said
     */
    record Pasted(
            String text,
            @Nullable String self,
            @Nullable Boolean dryRun,
            @Nullable UUID pickupPoint) {}

    @PostMapping
    ResponseEntity<ChainListResource> paste(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody Pasted pasted,
            @Nullable CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var paste = new ChainPaste(pasted.text(), Objects.requireNonNullElse(pasted.self(), ""), pasted.pickupPoint());
        if (Boolean.TRUE.equals(pasted.dryRun())) {
            return ResponseEntity.ok(
                    ChainListResource.of(null, taking.dryRun(cycle, paste), taking.points(cycle, paste)));
        }
        var command = CommandKey.needed(key)
                .about(paste.self() + "\n" + paste.point() + "\n" + Fingerprint.of(paste.bytes()));
        var answer = commands.once(command, ChainListResource.class, () -> take(me, code, paste));
        var response = ResponseEntity.ok();
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }

    private ChainListResource take(SignedIn me, Code code, ChainPaste paste) {
        var id = taking.paste(me.member(), code, paste);
        var cycle = cycles.ledBy(me.member(), code);
        var read = taking.take(me.member(), code, id);
        var missing = taking.read(cycle, lists.readable(cycle, id).orElseThrow(NotFound::new))
                .missing();
        return ChainListResource.of(id, read.with(missing), taking.points(cycle, paste));
    }

    /** Whose orders are cancelled; the orders of all others who are missing from this list stay. */
    record MissingAnswer(List<UUID> cancel) {}

    @PostMapping("/{id}/missing")
    ResponseEntity<MissingGuests.Answered> missing(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestBody MissingAnswer answer,
            CommandKey key) {
        var done = commands.once(
                key.about(id + " " + answer.cancel()),
                MissingGuests.Answered.class,
                () -> missing.answer(me.member(), code, id, answer.cancel()));
        var response = ResponseEntity.ok();
        return (done.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(done.value());
    }
}
