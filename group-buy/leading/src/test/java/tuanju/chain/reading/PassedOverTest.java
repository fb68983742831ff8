package tuanju.chain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.address.Neighbourhood;
import tuanju.chain.reading.ChainListReader.Context;
import tuanju.chain.reading.ReadChainList.Reason;
import tuanju.chain.reading.ReadChainList.Why;

/** Nothing that holds goods, a number, a phone or a door is chatter, and a heading may name goods and no more (W-32). */
class PassedOverTest {

    private static final List<String> GOODS = List.of("梨", "鸡蛋", "雞蛋", "葡萄", "奶酪", "原味", "水果味", "蛋", "A");
    private static final List<String> NUMBERS =
            List.of("3", "３", "③", "3斤左右", "两份", "俩", "三", "半箱", "2箱", "x2", "+1", "一份");
    private static final List<String> REACHED =
            List.of("13800138000", "138 0013 8000", "3-502", "3号楼502", "三号楼五零二", "3-1-502", "502室", "5栋");
    private static final List<String> BRACKETS = List.of(
            "%s", "(%s)", "（%s）", "【%s】", "[%s]", "「%s」", "《%s》", "<%s>", "{%s}", "~%s~", "*%s*", "#%s", "%s!!!");
    private static final List<String> SAID = List.of("哈哈 %s", "%s 谢谢", "👍%s👍", "[图片] %s", "好的 %s", "%s,,,", "大家 %s");
    private static final List<String> HEADINGS = List.of("%s#接龙", "#接龙 %s", "接龙 %s", "%s 团购", "%s 特卖");

    private static final List<ChainProduct> SHELF = List.of(
            product("梨", ""), product("鸡蛋", "30枚"), product("阳光玫瑰葡萄", ""), product("奶酪", "原味"), product("奶酪", "水果味"));

    @Test
    @DisplayName("W-32 whatever stands around it, no part of an order is chatter")
    void noPartOfAnOrderIsChatter() {
        var parts = new ArrayList<>(GOODS);
        parts.addAll(NUMBERS);
        parts.addAll(REACHED);
        var around = new ArrayList<>(BRACKETS);
        around.addAll(SAID);
        around.addAll(HEADINGS);

        assertThat(passedOver(parts, around, Why.CHATTER)).isEmpty();
    }

    @Test
    @DisplayName("W-32 no number, phone or door is part of a heading")
    void noNumberIsPartOfAHeading() {
        var parts = new ArrayList<>(NUMBERS);
        parts.addAll(REACHED);

        assertThat(passedOver(parts, HEADINGS, Why.HEADER)).isEmpty();
    }

    @Test
    void talkWithoutAnyOfThemIsStillChatter() {
        for (var line :
                List.of("哈哈", "谢谢团长", "[图片]", "[强][强]", "👍👍", "收到", "#接龙", "#接龙 第12期", "水果美食团购", "1. 水果美食团购")) {
            var read = read(line);
            assertThat(read.unclear()).as(line).isEmpty();
            assertThat(read.ignored()).as(line).hasSize(1);
        }
    }

    @Test
    void whatTheChatSaysItselfIsNeitherChatterNorAnOrder() {
        for (var line : List.of("\"Lily88\"撤回了一条消息", "3-501温岚 加入了群聊", "梨涡 拍了拍你")) {
            assertThat(read(line).ignored()).as(line).extracting(it -> it.why()).containsExactly(Why.SYSTEM);
        }
    }

    /** Nothing is lost either: a text that is no list is asked about or set aside, line by line. */
    @Test
    void aMeetingIsNoList() {
        var minutes = """
                业委会会议纪要 11月20日
                一、物业费从1.8元涨到2.2元，3号楼代表反对
                二、电梯维修基金还差 35000 元
                三、下次会议 12月3日 19:30 活动室
                """;

        var read = read(minutes);

        assertThat(read.understood()).isEmpty();
        assertThat(read.changes()).isEmpty();
        assertThat(read.unclear().size() + read.ignored().size()).isEqualTo(4);
        assertThat(read.unclear()).extracting(it -> it.reason()).doesNotContain(Reason.TWICE);
    }

    @Test
    void aTextOfOnlyPicturesIsChatter() {
        var read = read("🎉🎉🎉\n[强][鼓掌]\n😂😂");

        assertThat(read.ignored()).hasSize(3).allMatch(line -> line.why() == Why.CHATTER);
    }

    private static List<String> passedOver(List<String> parts, List<String> around, Why why) {
        var passedOver = new ArrayList<String>();
        for (var part : parts) {
            for (var words : around) {
                var line = words.formatted(part);
                if (read(line).ignored().stream().anyMatch(it -> it.why() == why)) {
                    passedOver.add(line);
                }
            }
        }
        return passedOver;
    }

    private static ReadChainList read(String text) {
        return ChainListReader.read(text, new Context(SHELF, Neighbourhood.UNKNOWN, "团长", List.of()));
    }

    private static ChainProduct product(String name, String spec) {
        return new ChainProduct(UUID.randomUUID(), name, spec, null);
    }
}
