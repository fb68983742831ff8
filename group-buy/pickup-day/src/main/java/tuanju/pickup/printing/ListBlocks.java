package tuanju.pickup.printing;

import java.util.ArrayList;
import java.util.List;
import tuanju.pickup.Household;
import tuanju.pickup.PickupLine;
import tuanju.pickup.SortedList;
import tuanju.pickup.SortedList.Entry;
import tuanju.pickup.SortedList.Group;
import tuanju.pickup.SortedList.Heading;
import tuanju.pickup.SortedList.Section;
import tuanju.pickup.Words;
import tuanju.pickup.printing.Ink.Span;
import tuanju.pickup.printing.Ink.Style;
import tuanju.pickup.printing.ListPaper.Drawing;

/** How the sections of a list look on paper, in rows of known height. */
final class ListBlocks {

    private static final float LEFT = ListPaper.MARGIN;
    private static final float RIGHT = ListPaper.MARGIN + ListPaper.WIDTH;
    private static final float RAIL = 112;
    private static final float BODY = LEFT + RAIL;
    private static final float BUILDING_LEAST = 78;
    private static final float POINT_LINE = 13;
    private static final float PRODUCT_HEAD = 32;
    private static final float ITEM = 15;
    private static final float FIRST_CELLS = 26;
    private static final float CELLS = 21;
    private static final float CELL_WIDTH = 104;
    private static final Span POINT = new Span(BODY, 80);
    private static final Span ITEMS = new Span(BODY + 84, RIGHT - BODY - 84);
    private static final Span CELLS_BESIDE_NUMBER = new Span(BODY, RIGHT - BODY);
    private static final Span CELLS_BESIDE_TITLE = new Span(RIGHT - 2 * CELL_WIDTH, 2 * CELL_WIDTH);

    private final Words words;
    private final boolean severalPoints;

    ListBlocks(Words words, boolean severalPoints) {
        this.words = words;
        this.severalPoints = severalPoints;
    }

    /**
     * A section on paper.
     *
     * @param head height of a title above the rows; 0 where it stands beside them
     * @param least never less high than this
     */
    record Block(float head, float least, Title title, List<Row> rows) {}

    /** Rows are never torn between pages. */
    record Row(float height, Drawing drawing) {}

    /** Draws the title of a section, on later pages with a word that it goes on. */
    interface Title {
        void draw(Ink ink, float top, boolean continued);
    }

    List<Block> of(SortedList list) {
        return list.sections().stream().map(this::block).toList();
    }

    private Block block(Section section) {
        var rows = rows(section);
        return switch (section.heading()) {
            case Heading.OfBuilding(var building) ->
                new Block(0, least(section), (ink, top, on) -> rail(ink, top, on, section, words.of(building)), rows);
            case Heading.OfProduct(var title) ->
                new Block(PRODUCT_HEAD, PRODUCT_HEAD, (ink, top, on) -> banner(ink, top, on, section, title), rows);
            case Heading.OfHousehold(var household) ->
                throw new IllegalArgumentException("No list has sections of households: " + household.key());
        };
    }

    /** So that the point, where it is said, stands above the cut. */
    private static float least(Section section) {
        return section.point().isEmpty() ? BUILDING_LEAST : BUILDING_LEAST + POINT_LINE;
    }

    private void rail(Ink ink, float top, boolean continued, Section section, String label) {
        var span = new Span(LEFT, RAIL - 14);
        ink.writeWhole(span, top - 44, Style.bold(54), label);
        var counts = continued ? words.say("print.continued") : words.say("print.households", section.households());
        ink.writeWithin(span, top - 60, Style.plain(10), counts);
        var sum = section.sum();
        ink.writeWithin(
                span,
                top - 74,
                Style.bold(10),
                words.say("print.sum", sum.pieces(), sum.amount().yuan()));
        ink.writeWithin(span, top - 74 - POINT_LINE, Style.bold(9.5f), section.point());
    }

    private void banner(Ink ink, float top, boolean continued, Section section, String title) {
        var whole = section.point().isEmpty() ? title : section.point() + " · " + title;
        var text = continued ? whole + " " + words.say("print.continued") : whole;
        ink.writeWithin(new Span(LEFT, ListPaper.WIDTH - 150), top - 20, Style.bold(20), text);
        var sum = section.sum();
        ink.writeEndingAt(
                RIGHT,
                top - 20,
                Style.bold(13),
                words.say("print.sum", sum.pieces(), sum.amount().yuan()));
        ink.rule(LEFT, top - 28, ListPaper.WIDTH, 1);
    }

    private List<Row> rows(Section section) {
        var rows = new ArrayList<Row>();
        for (var group : section.groups()) {
            boolean ruled = !rows.isEmpty();
            rows.addAll(rows(group, ruled));
        }
        return rows;
    }

    private List<Row> rows(Group group, boolean ruled) {
        return switch (group.heading()) {
            case Heading.OfHousehold(var household) -> List.of(household(household, group, ruled));
            case Heading.OfProduct(var title) -> besideTitle(title, group, ruled);
            case Heading.OfBuilding(var building) -> besideNumber(words.of(building), group, ruled);
        };
    }

    private Row household(Household household, Group group, boolean ruled) {
        var aside = words.aside(household);
        float note = aside.isEmpty() ? 0 : ITEM;
        return new Row(27 + group.entries().size() * ITEM + note, (ink, top) -> {
            rule(ink, top, BODY, ruled);
            whose(ink, top, household);
            ink.writeWithin(
                    POINT,
                    top - 19 - ITEM,
                    Style.bold(9.5f),
                    severalPoints ? household.point().name() : "");
            float line = top - 17;
            for (var entry : group.entries()) {
                line -= ITEM;
                item(ink, line, entry.line());
            }
            if (note > 0) {
                ink.writeWithin(ITEMS, line - ITEM, Style.bold(9.5f), aside);
            }
        });
    }

    private void whose(Ink ink, float top, Household household) {
        ink.tickBox(BODY, top - 19, 12);
        ink.writeWithin(new Span(BODY + 20, ITEMS.x() - BODY - 26), top - 19, Style.bold(17), room(household));
        float named = ink.writeWithin(new Span(ITEMS.x(), 130), top - 17, Style.plain(11), household.people());
        var codes = household.collected() ? words.say("collected") : String.join(" ", household.pickupCodes());
        float free = RIGHT - ink.width(Style.bold(11), codes) - named - 16;
        ink.writeWithin(new Span(named + 8, free), top - 17, Style.quiet(10), household.phones());
        ink.writeEndingAt(RIGHT, top - 17, Style.bold(11), codes);
    }

    private static void rule(Ink ink, float top, float x, boolean ruled) {
        if (ruled) {
            ink.rule(x, top, RIGHT - x, 0.4f);
        }
    }

    private static void item(Ink ink, float baseline, PickupLine line) {
        ink.writeWithin(new Span(ITEMS.x(), ITEMS.width() - 96), baseline, Style.plain(11), line.said());
        ink.writeEndingAt(RIGHT - 62, baseline, pieces(line), "×" + line.quantity());
        ink.writeEndingAt(RIGHT, baseline, Style.quiet(10), line.amount().yuan());
    }

    private static Style pieces(PickupLine line) {
        return line.quantity() > 1 ? Style.bold(13) : Style.plain(11);
    }

    private List<Row> besideTitle(String title, Group group, boolean ruled) {
        return beside(group, CELLS_BESIDE_TITLE, (ink, top) -> {
            rule(ink, top, BODY, ruled);
            ink.writeWithin(new Span(BODY, CELLS_BESIDE_TITLE.x() - BODY - 44), top - 17, Style.plain(12), title);
            ink.writeEndingAt(
                    CELLS_BESIDE_TITLE.x() - 14,
                    top - 17,
                    Style.bold(14),
                    "×" + group.sum().pieces());
        });
    }

    private List<Row> besideNumber(String label, Group group, boolean ruled) {
        return beside(group, CELLS_BESIDE_NUMBER, (ink, top) -> {
            rule(ink, top, LEFT, ruled);
            ink.writeWhole(new Span(LEFT, 58), top - 21, Style.bold(23), label);
            ink.writeEndingAt(
                    BODY - 14, top - 19, Style.plain(13), "×" + group.sum().pieces());
        });
    }

    /** Cells in rows; what they belong to stands beside the first row, so that it is never alone on a page. */
    private List<Row> beside(Group group, Span cells, Drawing beside) {
        int perRow = Math.round(cells.width() / CELL_WIDTH);
        var rows = new ArrayList<Row>();
        for (int start = 0; start < group.entries().size(); start += perRow) {
            var held = group.entries().subList(start, Math.min(group.entries().size(), start + perRow));
            boolean first = start == 0;
            rows.add(new Row(first ? FIRST_CELLS : CELLS, (ink, top) -> {
                if (first) {
                    beside.draw(ink, top);
                }
                for (int i = 0; i < held.size(); i++) {
                    cell(ink, cells.x() + i * cells.width() / perRow, top, held.get(i));
                }
            }));
        }
        return rows;
    }

    private void cell(Ink ink, float x, float top, Entry entry) {
        ink.tickBox(x, top - 17.5f, 10);
        float end = x + CELL_WIDTH - 8;
        ink.writeEndingAt(
                end, top - 17, pieces(entry.line()), "×" + entry.line().quantity());
        float after = ink.writeWithin(new Span(x + 15, 42), top - 17, Style.bold(13), room(entry.household()));
        ink.writeWithin(
                new Span(after + 4, end - 24 - after),
                top - 17,
                Style.quiet(9),
                PickupLine.said(entry.order().name(), entry.line().grams()));
    }

    private String room(Household household) {
        var inside = household.at().inside();
        return inside.isEmpty() ? words.say("room.unknown") : inside;
    }
}
