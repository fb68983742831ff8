package tuanju.moderation;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;

/** What everything that people write passes. */
@Component
@RequiredArgsConstructor
public class Moderation {

    private final RefusedWords words;

    /** Refuses with Invalid, by this field and naming the word, what holds a word of the list. An empty text is not looked at. */
    public void mustPass(Written what, String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        var letters = Letters.of(text);
        words.all().stream()
                .filter(it -> it.concerns(what) && letters.hold(Letters.of(it.word())))
                .findFirst()
                .ifPresent(it -> {
                    throw new Invalid(field, what == Written.NAME ? "word-in-name" : "word-in-text", it.word());
                });
    }

    /** A text as it reads, with its blanks and signs: width, case, accents and letters that only look alike are gone. */
    public static String plain(String text) {
        return Letters.plain(text);
    }

    /** Its letters and digits alone, by which the same words are known again however they are spelt. */
    public static String run(String text) {
        return Letters.of(text).run();
    }
}
