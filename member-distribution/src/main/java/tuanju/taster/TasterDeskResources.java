package tuanju.taster;

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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** For operators over REST: asking a member to look after a category, how much they may bring, what came of it, and the end. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/tasters")
class TasterDeskResources {

    private final Tasters tasters;
    private final TasterResources resources;
    private final TasterQuestions questions;
    private final TasterAppointing appointing;
    private final Commands commands;

    /** Who was asked. */
    record Appointed(String code) {}

    /** How many new finds a month. */
    record Allowed(@Nullable Integer mostAMonth) {}

    /** A taster and how their category goes. */
    record Watched(TasterResources.OneTaster taster, TasterResources.CategoryNow figures) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Appointed> appoint(
            @AuthenticationPrincipal SignedIn me, @RequestBody TasterAppointing.Asked asked, CommandKey key) {
        return commands.once(
                        key.with(asked),
                        Appointed.class,
                        () -> new Appointed(
                                appointing.appoint(asked, me.member()).value()))
                .with(HttpStatus.CREATED);
    }

    @GetMapping("/{code}")
    Watched one(@PathVariable Code code) {
        var taster = tasters.any(code);
        return new Watched(TasterResources.OneTaster.of(tasters.view(taster)), resources.now(taster));
    }

    @PutMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void allow(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @RequestBody Allowed allowed) {
        appointing.allow(code, allowed.mostAMonth(), me.member());
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn me, @PathVariable Code code) {
        appointing.end(code, me.member());
    }

    /** Also what waits for an answer. */
    @GetMapping("/{code}/questions")
    TasterQuestionResources.QuestionList questions(
            @PathVariable Code code, @RequestParam(required = false) @Nullable UUID after) {
        return TasterQuestionResources.QuestionList.of(questions.all(tasters.any(code), after));
    }

    @DeleteMapping("/{code}/questions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        questions.drop(code, id, me.member());
    }
}
