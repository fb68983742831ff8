package tuanju.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A link of somebody's own is an ad, however it is written")
class NoteContentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example/o/A?from=ABCD0123456789",
                "看 /o/A?from\\=ABCD0123456789",
                "/o/A?from&#61;ABCD0123456789",
                "/o/A?x=1&amp;from=ABCD0123456789",
                "/o/A?fr**om=ABCD**0123456789",
                "[这里](/o/A?from\\=ABCD0123456789)",
                "[这里](</o/A?from&#61;ABCD0123456789>)",
                "[这里](https://x.example/o/A?from&equals;ABCD0123456789)",
                "[这里]: /o/A?from&#x3d;ABCD0123456789\n\n看[这里]",
                "- 一\n- /o/A？from＝ABCD\n  0123456789",
            })
    void isPromoted(String text) {
        assertThat(read(text).promoted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"番茄 from=家里", "https://x.example/o/A?from=ABCD", "[这里](/o/ABCD0123456789)", "/o/A?from\\\\=ABCD"
            })
    void isNot(String text) {
        assertThat(read(text).promoted()).isFalse();
    }

    private static NoteContent read(String text) {
        return NoteContent.read(new NoteDraft(null, "番茄", text, List.of(), List.of(), List.of(), null, null));
    }
}
