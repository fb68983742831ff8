package tuanju.taster;

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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.community.Code;
import tuanju.member.SignedIn;

/** What a taster is asked and answers, over the API. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/tasters/{code}/questions")
class TasterQuestionResources {

    private final Tasters tasters;
    private final TasterQuestions questions;
    private final Commands commands;

    /** A question, whose as strangers read the name, and the answer; null before. */
    record Question(
            UUID id,
            String by,
            String words,
            Instant asked,
            @Nullable String answer) {}

    /** Twenty, what waits first, then the newest; next is to be sent as "after". */
    record QuestionList(List<Question> items, @Nullable UUID next) {

        static QuestionList of(TasterQuestions.Page page) {
            return new QuestionList(
                    page.items().stream()
                            .map(it -> new Question(it.id(), it.by(), it.words(), it.asked(), it.answer()))
                            .toList(),
                    page.next());
        }
    }

    /** What somebody asks. */
    record NewQuestion(@Nullable String words) {}

    /** The one that was asked. */
    record MadeQuestion(UUID id) {}

    /** What the taster says to it. */
    record TasterAnswer(@Nullable String answer) {}

    /** Of others what was answered; the taster reads all. */
    @GetMapping
    QuestionList all(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestParam(required = false) @Nullable UUID after) {
        return QuestionList.of(questions.of(tasters.any(code), me.member(), after));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MadeQuestion> ask(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @RequestBody NewQuestion wanted,
            CommandKey key) {
        return commands.once(
                        key.with(wanted),
                        MadeQuestion.class,
                        () -> new MadeQuestion(questions.ask(me.member(), code, wanted.words())))
                .with(HttpStatus.CREATED);
    }

    @PutMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable Code code,
            @PathVariable UUID id,
            @RequestBody TasterAnswer wanted) {
        questions.answer(me.member(), code, id, wanted.answer());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(@AuthenticationPrincipal SignedIn me, @PathVariable Code code, @PathVariable UUID id) {
        questions.takeBack(me.member(), code, id);
    }
}
