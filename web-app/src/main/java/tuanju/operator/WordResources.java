package tuanju.operator;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.member.SignedIn;
import tuanju.moderation.RefusedWords;

/** For operators over REST: the words that are refused in names and texts. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/words")
class WordResources {

    private final RefusedWords words;

    /** A word of the list. */
    record Word(String word, boolean namesOnly, Instant since) {}

    /** Where a word is refused. */
    record Wanted(@Nullable Boolean namesOnly) {

        private boolean inNamesOnly() {
            if (namesOnly == null) {
                throw new Invalid("namesOnly", "field-missing");
            }
            return namesOnly;
        }
    }

    @GetMapping
    List<Word> words() {
        return words.all().stream()
                .map(it -> new Word(it.word(), it.namesOnly(), it.since()))
                .toList();
    }

    @PutMapping("/{word}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@AuthenticationPrincipal SignedIn me, @PathVariable String word, @RequestBody Wanted wanted) {
        words.refuse(word, wanted.inNamesOnly(), me.member().value());
    }

    @DeleteMapping("/{word}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void allow(@AuthenticationPrincipal SignedIn me, @PathVariable String word) {
        words.allow(word, me.member().value());
    }
}
