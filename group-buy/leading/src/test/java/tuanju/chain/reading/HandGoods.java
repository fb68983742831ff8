package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tuanju.chain.reading.HandWritten.Habit;
import tuanju.chain.reading.HandWritten.Household;

/** Writes goods with their quantities in one of many ways. */
final class HandGoods {

    private static final String HAN = "零一二三四五六七八九十";

    private final Random random;
    private final List<ChainProduct> shelf;
    private final Pen pen;

    HandGoods(Random random, List<ChainProduct> shelf, Pen pen) {
        this.random = random;
        this.shelf = shelf;
        this.pen = pen;
    }

    /** All that a household wants, on one line. */
    String of(Household household) {
        boolean equal = new HashSet<>(household.wants.values()).size() == 1 && household.wants.size() > 1;
        if (equal && pen.chance(40)) {
            return each(household);
        }
        var way = way(household);
        var parts = household.wants.entrySet().stream()
                .map(it -> one(household, it, way))
                .toList();
        boolean tight = way == Habit.FIGURE && !parts.getFirst().matches(".*\\d");
        return String.join(tight ? pen.one(" ", "，", "、", "，", "") : pen.one(" ", "，", "、", " ", "，"), parts);
    }

    /** The same, each on a line of its own. */
    List<String> lines(Household household) {
        var way = way(household);
        var lines = new ArrayList<String>();
        household.wants.entrySet().forEach(it -> lines.add(one(household, it, way)));
        return lines;
    }

    private Habit way(Household household) {
        var way = pen.one(
                Habit.FIGURE,
                Habit.FIGURE,
                Habit.FIGURE,
                Habit.SIGN,
                Habit.SIGN,
                Habit.HAN,
                Habit.HAN,
                Habit.BARE,
                Habit.BEFORE,
                Habit.LETTER,
                Habit.SIZE);
        var shown = way == Habit.LETTER && shelf.size() == 1 ? Habit.FIGURE : way;
        household.habits.add(shown);
        return shown;
    }

    private String one(Household household, Map.Entry<ChainProduct, Integer> wanted, Habit way) {
        var product = wanted.getKey();
        int pieces = wanted.getValue();
        if (way == Habit.LETTER) {
            return letter(product) + pen.one("", "x", "*", " ") + pieces;
        }
        if (way == Habit.SIZE) {
            return sized(household, product, pieces);
        }
        boolean unnamed = shelf.size() == 1 && pen.chance(50) && way != Habit.BARE && way != Habit.BEFORE;
        if (unnamed) {
            household.habits.add(Habit.UNNAMED);
        }
        var called = unnamed ? "" : called(household, product);
        return way == Habit.BEFORE ? before(pieces) + called : called + quantity(pieces, way, unnamed);
    }

    private String before(int pieces) {
        return pieces == 1 && pen.chance(30)
                ? pen.one("来个", "来份")
                : pieces == 2 && pen.chance(30) ? "两份" : pieces + "份";
    }

    private String quantity(int pieces, Habit way, boolean unnamed) {
        return switch (way) {
            case SIGN -> pen.one("x", "X", "*", "×", "+", "✖️", " x ", " *") + pieces;
            case HAN ->
                pieces == 2
                        ? pen.one("两份", "俩", "二份", "两个", "两份")
                        : pieces == 3
                                ? pen.one("三份", "仨", "三盒")
                                : HAN.charAt(pieces) + (unnamed ? "份" : pen.one("份", "份", "盒", "个", " "));
            case BARE -> pen.one("", " ") + pieces;
            default ->
                pen.one("", "", " ")
                        + pen.one(Integer.toString(pieces), wide(pieces))
                        + pen.one("份", "份", "盒", "个", "袋");
        };
    }

    private static String wide(int pieces) {
        var wide = new StringBuilder();
        Integer.toString(pieces).chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        return wide.toString();
    }

    private String sized(Household household, ChainProduct product, int pieces) {
        var called = called(household, product);
        var size = product.spec().replaceAll("装$", "");
        boolean weight = size.matches("[2-9]斤|10斤");
        boolean count = size.matches("\\d+枚");
        if (HandShelves.isOneOfAName(product, shelf)) {
            household.habits.remove(Habit.SIZE);
            return called + pieces + "份";
        }
        if (weight) {
            var words = pen.chance(50) ? size : HAN.charAt(Integer.parseInt(size.replaceAll("\\D", ""))) + "斤";
            return pen.chance(50)
                    ? called + words + pen.one("的", "装") + pieces + "份"
                    : words + "的" + called + pieces + "份";
        }
        if (count) {
            return called + (pieces == 1 && pen.chance(50) ? size + "一盒" : size + pen.one("的", "装") + pieces + "盒");
        }
        household.habits.remove(Habit.SIZE);
        return called + pieces + "份";
    }

    private String each(Household household) {
        household.habits.add(Habit.EACH);
        int pieces = household.wants.values().iterator().next();
        var count = pieces == 2 ? pen.one("各2份", "各两份", "各2", "各俩") : pen.one("各" + pieces, "各" + pieces + "份");
        boolean letters = pen.chance(50);
        var names = household.wants.keySet().stream()
                .map(product -> letters ? letter(product) : called(household, product))
                .sorted()
                .toList();
        return String.join(letters ? pen.one("", "、", "+") : pen.one("、", " ", "和"), names) + count;
    }

    private String letter(ChainProduct product) {
        return Shelf.letter(shelf.indexOf(product) + 1);
    }

    String called(ChainProduct product) {
        return called(new Household("", "", ""), product);
    }

    private String called(Household household, ChainProduct product) {
        if (HandShelves.isOneOfAName(product, shelf)) {
            household.habits.add(Habit.VARIANT);
            boolean size = product.spec().matches("\\d+枚");
            return size ? product.name() + product.spec() + "装" : variant(product);
        }
        var shorter = HandShelves.shortNames(product, shelf);
        if (!shorter.isEmpty() && pen.chance(60)) {
            household.habits.add(Habit.SHORT_NAME);
            return shorter.get(random.nextInt(shorter.size()));
        }
        household.habits.add(Habit.FULL_NAME);
        return product.name();
    }

    private String variant(ChainProduct product) {
        return switch (random.nextInt(4)) {
            case 0 -> product.spec() + product.name();
            case 1 -> product.name() + product.spec();
            case 2 -> product.name() + " " + product.spec();
            default -> product.spec();
        };
    }
}
