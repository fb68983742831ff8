package tuanju.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tuanju.command.Invalid;

class NamedPointsTest {

    private static final CyclePoint GATE = point("3号门", "3号门旁");
    private static final CyclePoint SHOP = point("水果店", "南门外");

    private final NamedPoints points = NamedPoints.of(List.of(GATE, SHOP), null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. 张三 3-502 苹果2份 南门",
                "张三 3-502 苹果2份，南门自提",
                "李四 3-601南门自提 梨1份",
                "王五 苹果2份南门取",
                "王五 苹果2 到水果店拿",
                "自提点：水果店 王五 苹果2",
                "南门：王五 苹果1份"
            })
    void aLineThatNamesTheGateOrTheNameOfAPointGoesThere(String line) {
        assertThat(points.of(line)).isEqualTo(SHOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三 3号门自提 苹果2", "张三 苹果2 自提点：3号门"})
    void aNumberedGateNamesThePointBesideAWordOfFetching(String line) {
        assertThat(NamedPoints.of(List.of(SHOP, GATE), null).of(line)).isEqualTo(GATE);
    }

    /** Walked with points called 2号门 and 5号门, every line that named one was asked about its door. */
    @ParameterizedTest
    @CsvSource({
        "1. 张三 1-2-202 苹果2份 3号门 已付, 1. 张三 1-2-202 苹果2份 已付",
        "2. 李四 3号楼1单元502 A2 B1 到3号门, 2. 李四 3号楼1单元502 A2 B1",
        "王五 3-601 苹果2份，3号门, 王五 3-601 苹果2份，"
    })
    void aNumberedGateBehindAWholeDoorAndAnOrderNamesThePoint(String line, String rest) {
        var two = NamedPoints.of(List.of(SHOP, GATE), null);

        assertThat(two.of(line)).isEqualTo(GATE);
        assertThat(two.without(line)).isEqualToNormalizingWhitespace(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三 3号楼502 3号门 苹果2份", "张三 苹果2份 3号门", "张三 苹果2份 5号楼 3号门 502", "张三 3-502 苹果2份 3号门 601"})
    void aNumberedGateThatMayBePartOfADoorIsAskedAbout(String line) {
        assertThat(points.named(line)).isEmpty();
        assertThat(points.without(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"张三 3号门502 苹果2份", "西门庆 苹果2份", "南门路88号 张三 苹果2", "张三 3-502 苹果2份", "张三 南门或3号门自提 苹果2", "江南门店 张三 苹果2"
            })
    void aDoorANameOrARoadNamesNoPoint(String line) {
        assertThat(points.named(line)).isEmpty();
        assertThat(points.of(line)).isEqualTo(GATE);
        assertThat(points.without(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"张三 3-502 苹果2份 南门自提, 张三 3-502 苹果2份", "南门：王五 苹果1份, 王五 苹果1份"})
    void whatIsLeftIsReadWithoutTheName(String line, String rest) {
        assertThat(points.without(line).strip()).isEqualTo(rest);
    }

    @Test
    void aGateThatTwoPointsShareNamesNeither() {
        var other = point("物业", "南门里");

        assertThat(NamedPoints.of(List.of(SHOP, other), null).named("张三 苹果2 南门"))
                .isEmpty();
    }

    @Test
    void inACycleWithOnePointNothingIsLookedFor() {
        var only = NamedPoints.of(List.of(SHOP), null);

        assertThat(only.named("张三 苹果2 南门")).isEmpty();
        assertThat(only.without("张三 苹果2 南门")).isEqualTo("张三 苹果2 南门");
    }

    @Test
    void theLeaderSaysWhereOthersGoAndOnlyToOneOfThePoints() {
        assertThat(NamedPoints.of(List.of(GATE, SHOP), SHOP.point()).of("张三 苹果2"))
                .isEqualTo(SHOP);
        assertThatThrownBy(() -> NamedPoints.of(List.of(GATE, SHOP), UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Invalid.class, it -> assertThat(it.getField()).isEqualTo("pickupPoint"));
    }

    private static CyclePoint point(String name, String area) {
        return new CyclePoint(
                new PickupPlace(UUID.randomUUID(), name, area, name, ""), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    }
}
