package tuanju.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.command.Invalid;
import tuanju.note.NoteBlock.Kind;
import tuanju.note.NoteBlock.Run;

@DisplayName("A-50 what people write is words in a few looks, and nothing else")
class NoteTextTest {

    private static final String BASE = "https://tuanju.example/";

    @Test
    void knowsEmphasisListsQuotesAndHeadings() {
        var blocks = read("# 菜谱\n\n先炒**番茄**\n再下*蛋*\n\n- 番茄\n  - 沙瓤\n- 蛋\n\n> 少糖\n\n1. 切\n2. 炒");
        assertThat(blocks.stream().map(NoteBlock::kind))
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.BULLETS, Kind.QUOTE, Kind.NUMBERS);
        assertThat(blocks.get(1).runs().stream().filter(Run::strong).map(Run::text))
                .containsExactly("番茄");
        assertThat(blocks.get(1).runs().stream().filter(Run::ends)).hasSize(1);
        assertThat(blocks.get(2).lines()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](//evil.example/x)",
                "[a](https://evil.example)",
                "[a](data:text/html,<script>)",
                "[a](https://tuanju.example.evil.example/)",
                "[a](/\\evil.example)",
                "![a](https://evil.example/p.png)",
                "<https://evil.example>",
                "[a]: https://evil.example\n\n[a]",
                "<a href=https://evil.example>x</a>",
            })
    void leadsNowhereElse(String text) {
        assertThat(runs(text)).noneMatch(it -> it.href() != null);
    }

    @Test
    void leadsToPagesOfOurs() {
        assertThat(runs("[鸡蛋](/o/ABCD0123456789) 看 https://tuanju.example/c/ABCD0123456789?from=X。"))
                .extracting(Run::href)
                .contains("/o/ABCD0123456789", "https://tuanju.example/c/ABCD0123456789?from=X");
    }

    @Test
    void showsTagsAsWords() {
        var text = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> <b hx-get=/x>粗</b>";
        assertThat(String.join("", runs(text).stream().map(Run::text).toList()))
                .contains("<script>", "onerror=alert(1)", "hx-get=/x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "* ", "[", "![", "*a **a ", "`", "<", "[a](", "1. ", "_", "~~", "\\", "&#0;", "]("})
    @DisplayName("markdown bombs: five thousand signs are read in a moment, without falling over")
    void bombs(String piece) {
        var bomb = piece.repeat(5_000 / piece.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(read(bomb)).hasSizeLessThan(5_001));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(read(bomb + "a" + "**".repeat(50))).isNotNull());
    }

    @Test
    void takesAwayWhatNobodySees() {
        assertThat(NoteText.clean("text", "a\u202Ebc\u200Bd\u2066e\uFEFF\u00AD\0", 100))
                .isEqualTo("abcde\uFFFD");
        assertThat(NoteText.clean("text", "👨\u200D👩\u200D👧 a\u200Db", 100)).isEqualTo("👨\u200D👩\u200D👧 ab");
        assertThat(NoteText.clean("text", "z" + "\u0301".repeat(40), 100).length())
                .isEqualTo(4);
        assertThat(NoteText.clean("text", "一\r\n\r\n\n \n二", 100)).isEqualTo("一\n\n二");
    }

    @Test
    void isNoLongerThanItMayBe() {
        assertThat(NoteText.clean("text", "🍅".repeat(10), 10)).hasSize(20);
        assertThatThrownBy(() -> NoteText.clean("text", "🍅".repeat(11), 10)).isInstanceOf(Invalid.class);
    }

    @Test
    void saysItsFirstWords() {
        assertThat(NoteText.start("**番茄**\n\n- 甜", 3)).isEqualTo("番茄 …");
        assertThat(NoteText.start("", 3)).isEmpty();
    }

    private static List<NoteBlock> read(String text) {
        return new NoteMarkdown(BASE).read(text);
    }

    private static List<Run> runs(String text) {
        return read(text).stream()
                .flatMap(it -> it.lines().stream())
                .flatMap(List::stream)
                .toList();
    }
}
