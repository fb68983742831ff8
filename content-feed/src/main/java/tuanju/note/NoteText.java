package tuanju.note;

import java.util.List;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.command.Plain;
import tuanju.page.BaseAddress;

/** Texts of several lines as people write them, and how they are shown. */
@Component("noteText")
@RequiredArgsConstructor
public class NoteText {

    private static final int JOINER = 0x200D;
    private static final int EMOJI_LOOK = 0xFE0F;
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n]]");
    /** All that is invisible, but for what joins the parts of one emoji. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}&&[^\\u200D]]");

    /** Marks piled upon one letter run over the lines above. */
    private static final Pattern PILE = Pattern.compile("(\\p{M}{3})\\p{M}+");

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n[ \\u3000\\n]*\\n");
    private static final Pattern SIGNS = Pattern.compile("[*_`#>\\[\\]~]+");

    private final BaseAddress base;

    /** The text itself, without what nobody sees. Refuses with Invalid, by this field, more than so many characters. */
    public static String clean(String field, String typed, int longest) {
        var text = Plain.legible(Plain.text(
                field, typed.replace("\0", "\uFFFD").replace("\r\n", "\n").replace('\r', '\n')));
        text = CONTROLS.matcher(text).replaceAll(" ");
        text = withoutLoneJoiners(UNSEEN.matcher(text).replaceAll(""));
        text = EMPTY_LINES
                .matcher(PILE.matcher(text).replaceAll("$1"))
                .replaceAll("\n\n")
                .strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Invalid(field, "text-too-long", longest);
        }
        return text;
    }

    /** A joiner between letters is there to deceive; between the parts of one emoji it is needed. */
    private static String withoutLoneJoiners(String text) {
        var kept = new StringBuilder();
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean joins = i > 0 && i + 1 < letters.length && isSign(letters[i - 1]) && isSign(letters[i + 1]);
            if (letters[i] != JOINER || joins) {
                kept.appendCodePoint(letters[i]);
            }
        }
        return kept.toString();
    }

    private static boolean isSign(int letter) {
        int type = Character.getType(letter);
        return type == Character.OTHER_SYMBOL || type == Character.MODIFIER_SYMBOL || letter == EMOJI_LOOK;
    }

    /** Piece by piece, as a page shows it; links lead to pages of ours only. */
    public List<NoteBlock> blocks(String text) {
        return new NoteMarkdown(base.of("/")).read(text);
    }

    /** Its first words, for lists and chats; at most so many characters. */
    public static String start(String text, int most) {
        var words = SIGNS.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most)) + "…";
    }
}
