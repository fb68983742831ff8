package tuanju.referral;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C-10 what members say to win others")
class LegalWordsTest {

    @ParameterizedTest
    @CsvSource({
        "加入我们，二级分销轻松赚, ONE_LEVEL",
        "下级的佣金也有你的一份, ONE_LEVEL",
        "two-level commission for you, ONE_LEVEL",
        "发展下线 人人可做, NOTHING_FOR_RECRUITING",
        "躺 · 赚 每个月, NOTHING_FOR_RECRUITING",
        "拉新返现二十元, NOTHING_FOR_RECRUITING",
        "免入门费, NO_ENTRY_FEE",
        "交 299 元成为店主, NO_ENTRY_FEE",
        "团队业绩达标有奖, NOTHING_BY_TEAM",
        "转发即领红包, NOTHING_FOR_SHARING"
    })
    void breaks(String text, LegalRule rule) {
        assertThat(LegalWords.broken(text)).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我家每周都买，皮薄汁多",
                "上线三天卖了两百斤",
                "团队自己种的菜，今早摘的",
                "二级市场的菜不如这里新鲜",
                "分享给楼里的邻居",
                "two levels down in the fridge",
                ""
            })
    void mayBeSaid(String text) {
        assertThat(LegalWords.broken(text)).isEmpty();
    }
}
