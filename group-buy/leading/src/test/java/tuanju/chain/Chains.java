package tuanju.chain;

import org.springframework.beans.factory.ListableBeanFactory;
import support.Neighbourhood;
import tuanju.cycle.CycleCard;

/** Takes chain lists in for tests of other modules: guests who order in a chat, paid or not. */
public final class Chains {

    private Chains() {}

    public static void take(ListableBeanFactory program, Neighbourhood home, CycleCard cycle, String text) {
        var taking = program.getBean(ChainTaking.class);
        taking.take(home.leader(), cycle.code(), taking.paste(home.leader(), cycle.code(), new ChainPaste(text, "")));
    }

    /** So many households with a name and a door of their own; every second one has paid. */
    public static String households(int number) {
        var text = new StringBuilder();
        for (int at = 1; at <= number; at++) {
            text.append("%d. %s %d-%d01 鸡蛋%d份%s%n"
                    .formatted(at, name(at), 1 + at / 30, 1 + at % 30, 1 + at % 3, at % 2 == 0 ? " 已付" : ""));
        }
        return text.toString();
    }

    /** 王甲子 and on; no two of the first 600 alike. */
    public static String name(int at) {
        return "" + "王李陈赵孙".charAt(at / 120 % 5) + "建志国文海明德永春秋".charAt(at / 12 % 10) + "平安华强军峰刚毅勇超亮杰".charAt(at % 12);
    }
}
