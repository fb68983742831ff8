package tuanju.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.command.Invalid;

@DisplayName("What is looked for")
class QueryTest {

    private static final Lexicon GOODS =
            new Lexicon(List.of("阳光玫瑰葡萄", "土鸡蛋 30枚", "海參 Sugar", "绿豆糕", "重庆小面", "脐橙", "Oatmeal 燕麦", "王小林"));

    @ParameterizedTest
    @CsvSource({
        "putao,葡萄",
        "pt,葡萄",
        "jidan,鸡蛋",
        "haishen,海参",
        "chongqing,重庆",
        "lvdou,绿豆",
        "ludou,绿豆",
        "普陶,葡萄",
        "吉旦,鸡蛋",
        "jidna,鸡蛋",
        "qicheng,脐橙",
        "otmeal,oatmeal",
        "阳光玫贵,阳光玫瑰",
        "wangxiaolin,王小林"
    })
    @DisplayName("pinyin, initials, the same sound and one slip mean a name")
    void meant(String typed, String name) {
        assertThat(Query.read(typed, GOODS).also()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"葡萄", "鸡蛋", "oatmeal", "蛋", "a", "12345", "苹果"})
    @DisplayName("what is a name already, one character or nothing like a name means nothing else")
    void meantAsTyped(String typed) {
        assertThat(Query.read(typed, GOODS).also()).isEmpty();
    }

    @Test
    @DisplayName("traditional and simplified find each other, and the text that is marked stays as it was written")
    void traditional() {
        var query = Query.read("雞蛋", Lexicon.EMPTY);
        assertThat(query.isIn("土鸡蛋")).isTrue();
        assertThat(Query.read("鸡蛋", Lexicon.EMPTY).isIn("土雞蛋")).isTrue();
        assertThat(Query.read("鸡蛋", Lexicon.EMPTY).inNotes().query()).contains("'鸡蛋'", "'雞蛋'");
        assertThat(query.mark("新鲜雞蛋，鸡蛋"))
                .containsExactly(
                        new Marked("新鲜", false),
                        new Marked("雞蛋", true),
                        new Marked("，", false),
                        new Marked("鸡蛋", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "，。！", "\u202E", "!!!", "🍅", "'&|!:*()<->", "%"})
    @DisplayName("what holds no word is refused, and is nothing to look for")
    void noWord(String typed) {
        assertThatThrownBy(() -> SearchWords.read(typed)).isInstanceOf(Invalid.class);
        assertThat(Query.read(typed, GOODS).isEmpty()).isTrue();
    }

    @Property
    @Label("whatever is typed becomes letters, digits and Chinese characters, and a mark loses nothing of a text")
    void safe(@ForAll @StringLength(max = 80) String typed, @ForAll @StringLength(max = 80) String text) {
        var query = Query.read(typed, GOODS);
        assertThat(query.words().keySet()).allMatch(it -> it.matches("[a-z0-9]+|[\\u3400-\\u9FFF]+"));
        assertThat(query.inNotes().query()).matches("[a-z0-9\\u3400-\\u9FFF':*&| ()]*");
        assertThat(query.mark(text).stream().map(Marked::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    @DisplayName("ten thousand characters are eight words at most, and quickly read")
    void long10k() {
        assertThat(SearchWords.of("葡萄 ".repeat(3_000) + "a b c d e f g h i j".repeat(100)))
                .hasSizeLessThanOrEqualTo(8);
        assertThat(SearchWords.shortened("长".repeat(10_000))).hasSize(SearchWords.LONGEST);
    }
}
