package tuanju.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A word is found however it is dressed up, and not where it only seems to be")
class LettersTest {

    @ParameterizedTest
    @CsvSource({
        "官方, 官方小李",
        "官方, 官 方",
        "官方, 官·方_小李",
        "官方, 官\u200b方",
        "ADMIN, admin",
        "admin, ＡＤＭＩＮ",
        "admin, Ádmín",
        "admin, the admin!",
        "客服, 【客】【服】",
        "admin, аdmіn",
        "admin, a.d.m.i.n",
        "admin, ａ－ｄ－ｍ－ｉ－ｎ 本人",
        "官方, 官\uFE0F方"
    })
    void isFound(String word, String text) {
        assertThat(Letters.of(text).hold(Letters.of(word))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"admin, badminton", "官方, 官渡方家", "客服, 客气服务", "tuanju, 团聚", "admin, adm in here"})
    void isNotFound(String word, String text) {
        assertThat(Letters.of(text).hold(Letters.of(word))).isFalse();
    }
}
