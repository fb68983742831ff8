package tuanju.chain;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Answer;
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
     * @param take false: only keep it, so that lines are put right before its orders are taken in
     * @param pickupPoint where orders are collected that name no point; the cycle's main point when not said
     */
    record Pasted(
            String text,
            @Nullable String self,
            @Nullable Boolean dryRun,
            @Nullable Boolean take,
            @Nullable UUID pickupPoint) {}

    /** Takes its orders in at once (200), or only keeps it (201). */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
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
        var asked = paste.self() + "\n" + paste.point() + "\n" + Fingerprint.of(paste.bytes());
        if (Boolean.FALSE.equals(pasted.take())) {
            return keep(me, code, paste, CommandKey.needed(key).about(asked + "\nkept"));
        }
        var answer = commands.once(
                CommandKey.needed(key).about(asked),
                ChainListResource.class,
                () -> taken(me, code, taking.paste(me.member(), code, paste)));
        return answered(ResponseEntity.ok(), answer);
    }

    private ResponseEntity<ChainListResource> keep(SignedIn me, Code code, ChainPaste paste, CommandKey key) {
        var answer = commands.once(
                key, ChainListResource.class, () -> look(me, code, taking.paste(me.member(), code, paste)));
        var place = "/api/v1/cycles/" + code + "/chain-lists/" + answer.value().id();
        return answered(ResponseEntity.created(URI.create(place)), answer);
    }

    /** A kept list as it reads now, with the lines that were put right. */
    @GetMapping("/{id}")
    ChainListResource look(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        var cycle = cycles.ledBy(me.member(), code);
        var kept = lists.readable(cycle, id).orElseThrow(NotFound::new);
        return ChainListResource.of(id, taking.read(cycle, kept), taking.points(cycle, kept));
    }

    /** One entry as it should have been written; an empty one is left out. */
    record LinePutRight(String line) {}

    /** Puts the entry that begins in this line right; what came from the group stays as it came. */
    @PutMapping("/{id}/lines/{number}")
    ChainListResource putRight(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestBody LinePutRight wanted) {
        taking.fix(me.member(), code, id, number, wanted.line());
        return look(me, code, id);
    }

    /** Takes in what is understood of a kept list, each order once however often it is asked. */
    @PostMapping("/{id}/orders")
    ResponseEntity<ChainListResource> take(
            @AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id, CommandKey key) {
        cycles.ledBy(me.member(), code);
        var answer = commands.once(key.about(id), ChainListResource.class, () -> taken(me, code, id));
        return answered(ResponseEntity.ok(), answer);
    }

    private ChainListResource taken(SignedIn me, Code code, UUID id) {
        var cycle = cycles.ledBy(me.member(), code);
        var read = taking.take(me.member(), code, id);
        var kept = lists.readable(cycle, id).orElseThrow(NotFound::new);
        return ChainListResource.of(id, read.with(taking.read(cycle, kept).missing()), taking.points(cycle, kept));
    }

    private static ResponseEntity<ChainListResource> answered(
            ResponseEntity.BodyBuilder response, Answer<ChainListResource> answer) {
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
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
