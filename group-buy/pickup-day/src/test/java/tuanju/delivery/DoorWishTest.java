package tuanju.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorWishTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "帮忙送到87-105",
                "麻烦送到家里，谢谢",
                "送上门",
                "请帮忙送一下到门口",
                "腿脚不便，送上来吧",
                "帮我带到家",
                "放门口就行",
                "到了放在家门口",
                "能配送吗",
                "Please bring it up to my door",
                "could you deliver to 87-105"
            })
    void aNoteThatAsksToHaveItBroughtIsSeen(String note) {
        assertThat(DoorWish.isIn(note)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "到了打138****1234",
                "要熟一点的",
                "送人的，包好一点",
                "不用送，我自己来拿",
                "自提",
                "别送上来，晚上自己取",
                "买一送一吗",
                "赠品一起给我",
                "No need to deliver, I come myself",
                "晚点到"
            })
    void othersAreLeftAlone(String note) {
        assertThat(DoorWish.isIn(note)).isFalse();
    }
}
