package tuanju.shop;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.community.Lines;
import tuanju.moderation.Moderation;
import tuanju.moderation.Written;
import tuanju.referral.LegalGuard;

/** What may be said in a shop: what everything that people write passes, and nothing that promises pay for people. */
@Component
@RequiredArgsConstructor
class ShopWords {

    private static final int LONGEST_TITLE = 20;
    private static final int LONGEST_INTRODUCTION = 300;
    private static final int LONGEST_WORDS = 100;
    private static final int LONGEST_ANSWER = 200;

    private final Moderation moderation;

    /** Refuses with Invalid what is missing, too long or holds a refused word, and with AgainstTheLaw what may not be promised. */
    Shop.Words read(@Nullable String title, @Nullable String introduction) {
        return new Shop.Words(
                said("title", Lines.required("title", or(title), LONGEST_TITLE)),
                said("introduction", paragraphs(or(introduction))));
    }

    /** The same of what is said of one thing. */
    String of(@Nullable String words) {
        return said("words", Lines.optional("words", or(words), LONGEST_WORDS));
    }

    /** The same of what a neighbour wishes for. */
    String wish(@Nullable String typed) {
        return said("words", Lines.required("words", or(typed), LONGEST_WORDS));
    }

    /** And of what is answered. */
    String answer(@Nullable String typed) {
        return said("answer", Lines.required("answer", or(typed), LONGEST_ANSWER));
    }

    private String said(String field, String text) {
        moderation.mustPass(Written.TEXT, field, text);
        LegalGuard.mustBeLegal(text);
        return text;
    }

    /** Its lines stay; of empty ones at most one. */
    private static String paragraphs(String typed) {
        var lines = typed.lines()
                .map(it -> Lines.optional("introduction", it, LONGEST_INTRODUCTION))
                .toList();
        var text = String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
        if (text.codePointCount(0, text.length()) > LONGEST_INTRODUCTION) {
            throw new Invalid("introduction", "text-too-long", LONGEST_INTRODUCTION);
        }
        return text;
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
