package tuanju.cycle.planning;

import java.net.URI;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.cycle.OrderCycles;
import tuanju.member.SignedIn;

/** A cycle once more (再开一期), for programs of its leader. */
@RestController
@RequestMapping("/api/v1/cycles/{code}/rounds")
@RequiredArgsConstructor
class CycleRoundResources {

    private final OrderCycles cycles;
    private final CycleRounds rounds;
    private final CycleViews views;
    private final Commands commands;

    /** Whether the next round waits as a draft, to be rewritten with PUT; else it opens at once. */
    record NextRound(@Nullable Boolean draft) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CycleResource> begin(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody NextRound wanted,
            CommandKey key) {
        var cycle = cycles.ledBy(me.member(), code);
        var answer = commands.once(
                key.with(wanted),
                CycleResource.class,
                () -> views.resource(
                        Boolean.TRUE.equals(wanted.draft())
                                ? rounds.draft(me.member(), cycle)
                                : rounds.again(me.member(), cycle)));
        var response = ResponseEntity.created(
                URI.create("/api/v1/cycles/" + answer.value().code()));
        return (answer.replayed() ? response.header("Idempotent-Replayed", "true") : response).body(answer.value());
    }
}
