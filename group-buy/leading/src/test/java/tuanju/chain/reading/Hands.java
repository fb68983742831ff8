package tuanju.chain.reading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tuanju.chain.reading.HandWritten.Habit;
import tuanju.chain.reading.HandWritten.Household;

/** Writes chain lists as many hands do: numbering × door × name × goods × quantity × breaks × edits × noise, by a seed. */
final class Hands {

    private static final List<List<ChainProduct>> SHELVES = HandShelves.all();
    private static final String[] TALK = {
        "哈哈哈", "[强][强]", "好的", "🌹🌹🌹", "谢谢团长", "收到", "“小雨”邀请“木子”加入了群聊", "辛苦啦", "支持一下", "嗯嗯"
    };
    private static final String[] NOTICES = {"今晚9点截单", "各位邻居注意查收", "周六上午10点后到货，南门自提", "大家抓紧时间哦"};

    private final Random random;

    /** 0 for as many as groups write. */
    private final int entryCount;

    private final List<ChainProduct> shelf;
    private final Pen pen;
    private final Set<Habit> habits = EnumSet.noneOf(Habit.class);
    private final List<String> lines = new ArrayList<>();
    private final Set<String> entries = new LinkedHashSet<>();
    private final List<Household> households = new ArrayList<>();
    private Habit numbering = Habit.DOT;

    private Hands(long seed, int entries) {
        this.entryCount = entries;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 11);
        this.shelf = SHELVES.get(random.nextInt(SHELVES.size()));
        this.pen = new Pen(random, shelf);
    }

    static HandWritten written(long seed) {
        return new Hands(seed, 0).write();
    }

    /** A list of one or two entries. */
    static HandWritten brief(long seed) {
        return new Hands(seed, 1 + (int) (seed % 2)).write();
    }

    private HandWritten write() {
        numbering = pen.one(
                Habit.DOT,
                Habit.DOT,
                Habit.COMMA,
                Habit.COMMA,
                Habit.BRACKET,
                Habit.SPACE,
                Habit.CIRCLED,
                Habit.UNNUMBERED,
                Habit.STAMPED,
                Habit.SPOKEN,
                Habit.COMMENT,
                Habit.ONE_LINE);
        boolean listed = !Set.of(Habit.UNNUMBERED, Habit.SPOKEN, Habit.COMMENT).contains(numbering);
        opening(listed);
        int count = entryCount > 0 ? entryCount : 4 + random.nextInt(14);
        boolean below = listed && numbering != Habit.ONE_LINE && pen.chance(15);
        if (below) {
            habits.add(Habit.BELOW);
        }
        var bodies = new ArrayList<List<String>>();
        for (int at = 1; at <= count; at++) {
            bodies.add(entry(at, below));
        }
        lay(bodies);
        if (numbering != Habit.ONE_LINE) {
            edits(listed);
        }
        households.forEach(household -> household.habits.addAll(habits));
        return HandScript.of(random, new HandWritten(shelf, String.join("\n", lines), households, entries));
    }

    private void opening(boolean listed) {
        if (pen.chance(60)) {
            lines.add(pen.one("#接龙", "#接龙 周六好物", "接龙📣 周五团", "#群接龙"));
        }
        if (numbering == Habit.ONE_LINE) {
            lines.clear();
            return;
        }
        if (pen.chance(12)) {
            habits.add(Habit.PRICES);
            shelf.forEach(product ->
                    lines.add(product.name() + " " + product.spec() + " " + (9 + random.nextInt(60)) + ".9元"));
        } else if (listed && !Set.of(Habit.CIRCLED, Habit.STAMPED).contains(numbering) && pen.chance(12)) {
            habits.add(Habit.MENU);
            for (int at = 0; at < shelf.size(); at++) {
                lines.add(number(at + 1) + shelf.get(at).name() + " "
                        + shelf.get(at).spec());
            }
            lines.add("");
        }
        if (pen.chance(20)) {
            lines.add("例：1. 3-502 王小姐 " + shelf.getFirst().name() + "1份");
        }
    }

    /** The lines of one entry, its number not yet in front. */
    private List<String> entry(int at, boolean below) {
        var household = pen.household(households);
        var body = new ArrayList<String>();
        boolean named = numbering == Habit.SPOKEN || numbering == Habit.COMMENT;
        if (at > 2 && !named && !below && pen.chance(4)) {
            body.add(same(household));
        } else if (!named && !below && pen.chance(3)) {
            body.add(pen.open(household));
        } else {
            pen.wants(household);
            body.addAll(
                    named
                            ? pen.below(household, numbering)
                            : below ? pen.below(household, Habit.BELOW) : List.of(pen.line(household)));
        }
        household.habits.add(numbering);
        households.add(household);
        return body;
    }

    private String same(Household household) {
        boolean numbered = numbering == Habit.DOT || numbering == Habit.COMMA;
        int which = numbered && pen.chance(40) ? random.nextInt(households.size()) : households.size() - 1;
        household.wants.putAll(households.get(which).wants);
        household.habits.add(Habit.SAME);
        var words = which == households.size() - 1
                ? pen.one("同上", "和楼上一样", "同楼上", "跟上面一样")
                : pen.one("同", "和") + (which + 1) + "号一样";
        return pen.who(household) + " " + words;
    }

    private void lay(List<List<String>> bodies) {
        boolean repeated = numbering == Habit.DOT && pen.chance(10);
        if (repeated) {
            habits.add(Habit.REPEATED);
            int half = bodies.size() / 2;
            for (int at = 0; at < half; at++) {
                lay(at, bodies.get(at));
            }
            lines.add("#接龙");
        }
        if (numbering == Habit.ONE_LINE) {
            oneLine(bodies);
            return;
        }
        for (int at = 0; at < bodies.size(); at++) {
            lay(at, bodies.get(at));
            if (!repeated && pen.chance(12)) {
                habits.add(Habit.NOISE);
                lines.add(pen.chance(60) ? pen.one(TALK) : pen.chance(50) ? pen.one(NOTICES) : pen.talk());
            }
        }
    }

    private void lay(int at, List<String> body) {
        var first = number(at + 1) + body.getFirst();
        lines.add(first);
        lines.addAll(body.subList(1, body.size()));
        if (numbering == Habit.SPOKEN || numbering == Habit.COMMENT) {
            entries.addAll(body.subList(1, body.size()));
        } else {
            entries.add(first.strip());
            entries.addAll(body.subList(1, body.size()));
        }
    }

    private void oneLine(List<List<String>> bodies) {
        var mark = pen.one(". ", ".", "、");
        var line = new StringBuilder(pen.one("#接龙 周六好物 ", "#接龙 ", ""));
        for (int at = 0; at < bodies.size(); at++) {
            var body = bodies.get(at).getFirst();
            boolean figure = Character.isDigit(body.charAt(0)) && mark.equals(".");
            var entry = (at + 1) + mark + (figure ? " " : "") + body;
            line.append(at == 0 ? "" : " ").append(entry);
            entries.add(entry.strip());
        }
        lines.add(line.toString());
    }

    private String number(int at) {
        return switch (numbering) {
            case DOT -> at + pen.one(". ", ".", ". ");
            case COMMA -> at + "、";
            case BRACKET -> pen.one("(" + at + ") ", at + "）", "（" + at + "）");
            case SPACE -> at + " ";
            case CIRCLED -> Pen.circled(at);
            case STAMPED ->
                pen.one("20:" + (10 + at) + " ", "2026-11-22 20:" + (10 + at) + " ", "[11-22 20:" + (10 + at) + "] ")
                        + at + ". ";
            default -> "";
        };
    }

    private void edits(boolean listed) {
        for (int at = 0; at < households.size(); at++) {
            var household = households.get(at);
            if (pen.chance(7) && household.wants.size() > 0) {
                var edit = pen.edit(household, listed && numbering == Habit.DOT ? at + 1 : 0);
                household.habits.add(Habit.EDITED);
                lines.add(edit);
                entries.add(edit);
            }
        }
    }
}
