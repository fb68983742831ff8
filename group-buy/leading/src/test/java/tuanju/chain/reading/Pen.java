package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tuanju.chain.reading.HandWritten.Habit;
import tuanju.chain.reading.HandWritten.Household;

/** Writes one entry of a chain list in one of many ways, and notes which. */
final class Pen {

    private static final String SURNAMES =
            "赵钱孙李周吴郑王冯陈沈韩杨朱许何吕施张孔曹严魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳唐薛贺倪汤罗郝安常于傅齐康余顾孟黄萧尹姚邵汪毛狄贝戴宋庞熊舒项祝董梁杜阮蓝季贾江颜郭梅林钟徐高夏蔡田樊胡霍虞万柯卢莫房解应丁邓洪石崔";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红玲建国志文斌宇浩然欣怡梓萱雨晨子轩佳琪思远若曦嘉雯晓峰海燕春梅小燕大伟";
    private static final String[] KIN = {"姐", "哥", "阿姨", "叔叔", "老师", "先生", "女士", "奶奶", "爷爷", "太太", "妈妈"};
    private static final String[] LATIN = {
        "Lily", "Tom", "Amy", "Kevin", "Vivian", "Jackie", "Molly", "Leo", "Nina", "Cindy", "Harry"
    };
    private static final String[] FOOD = {"苹果妈", "小米妈妈", "豆豆妈", "葡萄姐", "芒果妈妈", "饼饼", "糖糖", "米粒妈", "果果爸", "汤圆姐"};
    private static final String[] PAID = {"已付", "（已付）", "已转", "已转账", "付了", "转了", "已付款", "钱已转", "微信已转", "已汇款"};
    private static final String[] NOTES = {
        "（放门口）", "（没有就换别的）", "（如果不新鲜就不要了）", "（送丰巢）", "（晚点来拿）", "（要新鲜的）", "（不要太熟）", "（分开装）"
    };
    private static final String[] DATES = {" 8/18前要", " 周六来拿", " 18号来取", "（8月18日取）", " 明天上午10点拿"};

    private final Random random;
    private final List<ChainProduct> shelf;
    private final HandGoods goods;

    Pen(Random random, List<ChainProduct> shelf) {
        this.random = random;
        this.shelf = shelf;
        this.goods = new HandGoods(random, shelf, this);
    }

    @SafeVarargs
    final <T> T one(T... ways) {
        return ways[random.nextInt(ways.length)];
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    static String circled(int at) {
        if (at > 20) {
            return at + "、";
        }
        return at % 2 == 0 || at > 9 ? Character.toString('①' + at - 1) + " " : at + "\uFE0F\u20E3 ";
    }

    /** Somebody whose name is not on the list yet. */
    Household household(List<Household> others) {
        while (true) {
            var habit = one(
                    Habit.DOT,
                    Habit.DOT,
                    Habit.DOT,
                    Habit.DOT,
                    Habit.DOT,
                    Habit.NICKNAME,
                    Habit.FOOD_NAME,
                    Habit.PICTURED);
            var name = name(habit);
            var taken = others.stream().anyMatch(other -> other.name.contains(name) || name.contains(other.name));
            if (!taken) {
                boolean pictured = habit == Habit.PICTURED && !Character.isDigit(name.charAt(name.length() - 1));
                var household =
                        new Household(name, pictured ? name + one("🌸", "☀️", "🐟") : name, chance(55) ? door() : "");
                if (habit != Habit.DOT) {
                    household.habits.add(habit);
                }
                household.habits.add(household.door.isEmpty() ? Habit.NO_DOOR : Habit.DOOR);
                return household;
            }
        }
    }

    private String name(Habit habit) {
        var surname = letter(SURNAMES);
        return switch (habit) {
            case NICKNAME ->
                chance(50)
                        ? surname + letter(GIVEN) + one("-", " - ") + one(LATIN)
                        : surname + letter(GIVEN) + " " + one(LATIN);
            case FOOD_NAME -> one(FOOD);
            case PICTURED -> chance(50) ? surname + one(KIN) : one(LATIN) + one("88", "2023");
            default ->
                switch (random.nextInt(7)) {
                    case 0 -> surname + one(KIN);
                    case 1 -> one("小", "阿", "老") + letter(GIVEN);
                    case 2 -> one(LATIN);
                    case 3 -> surname + letter(GIVEN);
                    default -> surname + letter(GIVEN) + letter(GIVEN);
                };
        };
    }

    private String letter(String letters) {
        int at = random.nextInt(letters.length());
        return letters.substring(at, at + 1);
    }

    private String door() {
        return (1 + random.nextInt(40)) + "-" + (1 + random.nextInt(18)) + "0" + (1 + random.nextInt(4));
    }

    /** One to three products, each with a few pieces. */
    void wants(Household household) {
        var products = new ArrayList<>(shelf);
        Collections.shuffle(products, random);
        int kinds = Math.min(shelf.size(), one(1, 1, 1, 2, 2, 3));
        products.subList(0, kinds).forEach(product -> household.wants.put(product, one(1, 1, 1, 2, 2, 3, 4, 5, 10)));
    }

    private String slashed(Household household) {
        household.habits.add(Habit.SLASHED);
        var parts = new ArrayList<String>();
        parts.add(household.signature);
        if (!household.door.isEmpty()) {
            parts.add(household.door);
        }
        parts.addAll(goods.lines(household));
        return String.join(one("/", "|", " / ", "--", "；", "。"), parts);
    }

    /** An entry that cannot be told and must be asked about. */
    String open(Household household) {
        household.wants.clear();
        household.habits.add(Habit.OPEN);
        var called =
                shelf.size() == 1 ? shelf.getFirst().name() : goods.called(one(shelf.toArray(ChainProduct[]::new)));
        return who(household) + " "
                + one(called + "半箱", called + "2份或者3份", called, called + "可能1份", called + "1-2份", called + "0份");
    }

    /** Somebody asks about goods, or talks of them. */
    String talk() {
        return goods.called(one(shelf.toArray(ChainProduct[]::new)))
                + one("甜吗？", "还有吗", "怎么卖", "好吃！", "什么时候到", "新鲜不新鲜");
    }

    /** The whole entry on one line. */
    String line(Household household) {
        var order = goods.of(household);
        boolean behind =
                chance(10) && !household.habits.contains(Habit.NICKNAME) && !household.habits.contains(Habit.PICTURED);
        if (behind) {
            household.habits.add(Habit.NAME_BEHIND);
        }
        var who = who(household);
        if (!behind
                && household.habits.stream().noneMatch(Set.of(Habit.PICTURED, Habit.NICKNAME)::contains)
                && chance(5)) {
            return slashed(household) + tail(household);
        }
        if (!behind && chance(12)) {
            household.habits.add(Habit.VERB);
            return who
                    + one(" 要", " 来", "：我要", " 我要", " 订", " 帮我订", " 想要", " 也要")
                    + order
                    + one("", "", " 谢谢", "谢谢团长", "，辛苦了", "～")
                    + tail(household);
        }
        var line = behind ? order + one(" ", "，", "，") + who : who + gap(household, order) + order;
        return line + tail(household);
    }

    private String gap(Household household, String order) {
        if (Character.isDigit(household.name.charAt(household.name.length() - 1))) {
            return " ";
        }
        return Character.isIdeographic(order.charAt(0)) ? one(" ", " ", "，", "：", " ") : one(" ", " ", "，");
    }

    /** Name and door. */
    String who(Household household) {
        if (household.door.isEmpty()) {
            return household.signature;
        }
        var parts = household.door.split("-");
        var door = one(
                household.door,
                household.door,
                household.door,
                parts[0] + "号楼" + parts[1],
                parts[0] + "号" + parts[1] + "室",
                parts[0] + "栋" + parts[1],
                parts[0] + "#" + parts[1],
                parts[0] + "号楼" + parts[1] + "室",
                parts[0] + "幢" + parts[1]);
        if (chance(15)) {
            household.habits.add(Habit.DOOR_LAST);
            return household.signature + "（" + door + "）";
        }
        return chance(60) ? household.signature + gapBehind(household) + door : door + " " + household.signature;
    }

    private String gapBehind(Household household) {
        return Character.isDigit(household.name.charAt(household.name.length() - 1)) ? " " : one(" ", " ", "，", "");
    }

    private String tail(Household household) {
        var tail = new StringBuilder();
        if (chance(8)) {
            household.habits.add(Habit.PHONE);
            tail.append(" 138").append(10_000_000 + random.nextInt(89_999_999));
        }
        if (chance(8)) {
            household.habits.add(Habit.DATED);
            tail.append(one(DATES));
        }
        if (chance(5) && !household.wants.isEmpty()) {
            household.habits.add(Habit.SUM);
            int all = household.wants.values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            tail.append(one(" 共" + all + "份", "，一共" + all + "份", " 合计" + (all * 20) + "元", "，共" + (all * 20) + ".5元"));
        }
        if (chance(20)) {
            household.habits.add(Habit.PAID);
            tail.append(one(" ", "，")).append(one(PAID));
        }
        if (chance(12)) {
            household.habits.add(Habit.NOTED);
            tail.append(one(NOTES));
        }
        return tail.toString();
    }

    /** The name with its door, then each of the goods on a line of its own. */
    List<String> below(Household household, Habit habit) {
        var lines = new ArrayList<String>();
        var name = household.door.isEmpty() && habit == Habit.BELOW || habit == Habit.BELOW
                ? who(household)
                : household.signature;
        boolean doorBelow = habit != Habit.BELOW && !household.door.isEmpty();
        lines.add(
                habit == Habit.SPOKEN
                        ? name + " " + one("20:15", "昨天 20:16", "2026-11-22 20:17", "11月22日 晚上8:20")
                        : name);
        var order = habit == Habit.BELOW && chance(50)
                ? goods.lines(household)
                : new ArrayList<>(List.of(goods.of(household)));
        lines.addAll(order);
        if (doorBelow) {
            lines.set(1, lines.get(1) + one(" ", "，") + household.door);
            household.habits.add(Habit.DOOR_LAST);
        }
        lines.set(lines.size() - 1, lines.getLast() + tail(household));
        return lines;
    }

    /** A later line that changes what somebody wants. */
    String edit(Household household, int number) {
        var name = number > 0 && chance(40) ? number + "号" + household.name : household.name;
        var product = household.wants.keySet().iterator().next();
        int now = household.wants.get(product);
        var called = shelf.size() == 1 ? "" : goods.called(product);
        return switch (random.nextInt(4)) {
            case 0 -> {
                household.wants.put(product, now + 2);
                yield name + " " + called + one("改成", "改为") + (now + 2) + "份";
            }
            case 1 -> {
                household.wants.put(product, now + 1);
                yield name + " " + one("再加", "加", "多加") + "1份" + called;
            }
            case 2 -> {
                boolean all = household.wants.size() == 1;
                household.wants.remove(product);
                yield all ? name + one("不要了", "取消", " 退出") : name + " " + called + "不要了";
            }
            default -> {
                household.wants.clear();
                yield name + one("不要了", " 取消了", "取消");
            }
        };
    }
}
