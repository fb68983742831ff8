package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A chain list that was made up, with what it means.
 *
 * @param entries lines that hold a part of somebody's order: none of them may be set aside
 */
record HandWritten(List<ChainProduct> shelf, String text, List<Household> households, Set<String> entries) {

    /** A way in which people write; each stands as a row in docs/chain-lists.md. */
    enum Habit {
        DOT("number and full stop: 1. 王一"),
        COMMA("number and 、"),
        BRACKET("number in brackets"),
        SPACE("number and a space"),
        CIRCLED("① and 1️⃣"),
        UNNUMBERED("no numbers"),
        STAMPED("time in front of the number"),
        SPOKEN("a chat: name and time, goods below"),
        COMMENT("as people comment: name, then +2 below"),
        ONE_LINE("the whole list on one line"),
        BELOW("goods on lines below the name"),
        MIXED("traditional and simplified characters mixed"),
        TRADITIONAL("traditional characters"),
        MENU("a menu before the list"),
        PRICES("a price list before the list"),
        REPEATED("posted again with each new line"),
        NO_DOOR("no door"),
        DOOR("door in front of or behind the name"),
        DOOR_LAST("door at the end or in brackets"),
        NICKNAME("a nickname behind a hyphen or a space"),
        FOOD_NAME("a name that speaks of goods"),
        NAME_BEHIND("name behind the goods"),
        FULL_NAME("goods by their whole name"),
        SHORT_NAME("goods by a part of their name"),
        LETTER("goods by letter: A2"),
        VARIANT("goods by variant: 原味2"),
        SIZE("a size that is no quantity: 五斤的, 30枚一盒"),
        UNNAMED("one product, not named"),
        FIGURE("2份, ２份"),
        SIGN("x2, *2, +2, ×2"),
        HAN("两份, 俩, 一"),
        BARE("2 behind the goods"),
        BEFORE("2份苹果, 来个苹果"),
        EACH("AB各1, 苹果、梨各两份"),
        SAME("同上, 和2号一样"),
        PAID("已付 and its kin"),
        NOTED("a condition or wish"),
        DATED("a date or a weight that is no quantity"),
        PHONE("a phone"),
        VERB("我要2份, 来2份, 谢谢团长"),
        SUM("a sum behind: 共3份, 合计60元"),
        SLASHED("parts with /, a bar or - between"),
        PICTURED("pictures and figures in the name"),
        OPEN("half a box, two or three, no number: to be asked"),
        EDITED("changed below: 改成, 再加, 不要了, 3号王一改"),
        NOISE("talk, notices and pictures between");

        final String words;

        Habit(String words) {
            this.words = words;
        }
    }

    /** One household and all it wants in the end. */
    static final class Household {

        final String name;

        /** The name with what only decorates it. */
        final String signature;

        final String door;
        final Map<ChainProduct, Integer> wants = new LinkedHashMap<>();
        final Set<Habit> habits = EnumSet.noneOf(Habit.class);

        Household(String name, String signature, String door) {
            this.name = name;
            this.signature = signature;
            this.door = door;
        }

        /** Who gets how many of what, one for each product. */
        List<String> portions() {
            var portions = new ArrayList<String>();
            wants.forEach((product, pieces) -> portions.add(portion(name, door, product, pieces)));
            return portions;
        }
    }

    static String portion(String name, String door, ChainProduct product, int pieces) {
        return name + " @" + door + " : " + product.name() + "/" + product.spec() + " x" + pieces;
    }
}
