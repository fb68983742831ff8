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
import tuanju.member.MemberId;
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

    /**
     * A proposal.
     *
     * @param community empty where it belongs to none
     * @param title of what
     * @param sumFen zero where no money moves by it
     * @param own whether the caller made it, and so may only take it back
     * @param decidable whether the caller may confirm or refuse it
     */
    record Waiting(
            UUID id,
            String kind,
            @Nullable UUID community,
            UUID thing,
            String title,
            long sumFen,
            String reason,
            Instant expiresAt,
            boolean own,
            boolean decidable) {}

    /** Whether it shall be done. */
    record SecondWord(@Nullable Boolean confirmed) {}

    @GetMapping
    List<Waiting> waiting(@AuthenticationPrincipal SignedIn me) {
        members.needOperator(me);
        var waiting = words.waiting();
        var subjects = words.subjects(waiting);
        var decidable = words.decidableBy(me.member(), waiting);
        return waiting.stream()
                .map(it -> of(it, subjects.get(it.id()), me.member(), decidable.contains(it.id())))
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

    private static Waiting of(Proposal it, @Nullable Subject subject, MemberId me, boolean decidable) {
        var community = it.about().community();
        return new Waiting(
                it.id(),
                it.about().kind(),
                community == null ? null : community.value(),
                it.about().thing(),
                subject == null ? "" : subject.title(),
                it.wish().sum().fen(),
                it.wish().reason(),
                it.expiresAt(),
                it.proposer().equals(me),
                decidable);
    }
}
