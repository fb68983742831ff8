package tuanju.secondword;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.Invalid;
import tuanju.member.Members;
import tuanju.member.SignedIn;
import tuanju.secondword.ProposedAct.Subject;

/** For operators over REST: what waits for a second word, and saying it. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/second-words")
class SecondWordResources {

    private final SecondWords words;
    private final Members members;
    private final Commands commands;

    /** A proposal; title says of what, and own that the caller made it, and so cannot confirm it. */
    record Waiting(
            UUID id,
            String kind,
            UUID community,
            UUID thing,
            String title,
            long sumFen,
            String reason,
            Instant expiresAt,
            boolean own) {}

    /** Whether it shall be done. */
    record SecondWord(@Nullable Boolean confirmed) {}

    @GetMapping
    List<Waiting> waiting(@AuthenticationPrincipal SignedIn me) {
        members.needOperator(me);
        var waiting = words.waiting();
        var subjects = words.subjects(waiting);
        return waiting.stream()
                .map(it -> of(it, subjects.get(it.about().thing()), me))
                .toList();
    }

    /** Says it once. */
    @PutMapping("/{id}/decision")
    ResponseEntity<Void> decide(
            @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, CommandKey key, @RequestBody SecondWord said) {
        members.needOperator(me);
        var confirmed = said.confirmed();
        if (confirmed == null) {
            throw new Invalid("confirmed", "field-missing");
        }
        var answer = commands.once(key.with(said), String.class, () -> {
            if (confirmed) {
                words.confirm(id, me.member());
            } else {
                words.refuse(id, me.member());
            }
            return "";
        });
        var response = ResponseEntity.noContent();
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).build();
    }

    private static Waiting of(Proposal it, @Nullable Subject subject, SignedIn me) {
        return new Waiting(
                it.id(),
                it.about().kind(),
                it.about().community().value(),
                it.about().thing(),
                subject == null ? "" : subject.title(),
                it.sum().fen(),
                it.reason(),
                it.expiresAt(),
                it.proposer().equals(me.member()));
    }
}
