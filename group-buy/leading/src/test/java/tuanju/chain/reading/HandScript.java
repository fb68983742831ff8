package tuanju.chain.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import tuanju.chain.reading.HandWritten.Habit;
import tuanju.chain.reading.HandWritten.Household;

/** Writes a list in traditional characters, or in both at once. */
final class HandScript {

    private static final char[] TRADITIONAL = table();

    private HandScript() {}

    static HandWritten of(Random random, HandWritten list) {
        int dice = random.nextInt(100);
        if (dice >= 18) {
            return list;
        }
        var habit = dice < 10 ? Habit.TRADITIONAL : Habit.MIXED;
        long seed = random.nextLong();
        // one word is always written the same way within a list
        UnaryOperator<String> script = text -> {
            var written = text.toCharArray();
            for (int at = 0; at < written.length; at++) {
                boolean old = habit == Habit.TRADITIONAL || (written[at] * 31L + seed) % 2 == 0;
                written[at] = old ? TRADITIONAL[written[at]] : written[at];
            }
            return new String(written);
        };
        var households = list.households().stream()
                .map(household -> of(household, script, habit))
                .toList();
        var entries = new LinkedHashSet<String>();
        list.entries().forEach(entry -> entries.add(script.apply(entry)));
        return new HandWritten(list.shelf(), script.apply(list.text()), households, entries);
    }

    private static Household of(Household household, UnaryOperator<String> script, Habit habit) {
        var written = new Household(script.apply(household.name), household.signature, household.door);
        written.wants.putAll(household.wants);
        written.habits.addAll(household.habits);
        written.habits.add(habit);
        return written;
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int character = 0; character < table.length; character++) {
            table[character] = (char) character;
        }
        for (var pair : List.of(
                "鸡雞", "号號", "楼樓", "栋棟", "个個", "两兩", "凤鳳", "张張", "陈陳", "刘劉", "苏蘇", "黄黃", "叶葉", "爷爺", "师師", "钱錢", "转轉",
                "账帳", "汇匯", "来來", "样樣", "门門", "鱼魚", "虾蝦", "枣棗", "绿綠", "龙龍", "团團", "红紅", "苹蘋", "阳陽", "马馬", "发發", "现現",
                "浆漿", "温溫", "鲜鮮", "妈媽", "妇婦", "单單", "时時", "没沒", "换換", "会會", "给給", "点點", "后後", "还還", "谢謝", "韩韓", "赵趙",
                "孙孫", "许許", "卢盧", "罗羅", "郑鄭", "杨楊", "冯馮", "肃肅", "装裝", "块塊", "盘盤", "条條", "双雙", "颗顆", "请請", "带帶", "买買",
                "订訂", "减減", "么麼", "麦麥", "饼餅", "烧燒", "笼籠", "云雲", "岛島", "乳乳", "莓莓", "蓝藍")) {
            table[pair.charAt(0)] = pair.charAt(1);
        }
        return table;
    }
}
