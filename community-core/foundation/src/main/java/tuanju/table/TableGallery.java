package tuanju.table;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tuanju.money.Money;

/** A long table with ticks, chosen columns and views, and what asks before rows are acted on; not there in production. */
@Controller
@Profile("!production")
@RequiredArgsConstructor
class TableGallery {

    private static final DeskTable.Sign SIGN = new DeskTable.Sign("gallery", "table.gallery", "no-list");

    private final Clock clock;

    /** A row to look at. */
    private record Sample(int number, String goods, Money amount) {}

    @GetMapping("/gallery/tables")
    String tables(Model model) {
        var rows = IntStream.rangeClosed(1, 5)
                .mapToObj(it -> new Sample(it, it % 2 == 0 ? "散养土鸡蛋 30枚" : "阳光玫瑰葡萄 2斤", Money.ofFen(1990L * it)))
                .toList();
        var look = TableLook.of(SIGN.path(), Map.of("q", "ZJ01"), "-placed", null);
        var found = new Table.Rows<>(
                rows,
                "6",
                Map.of("order", TableCell.word("table.gallery.total", 523), "amount", Money.ofFen(1_234_500)),
                1,
                523L);
        var table = Table.of(look, filters(), columns(), found);
        var keys = rows.stream().map(it -> "ZJ0" + it.number()).toList();
        model.addAttribute("active", "orders");
        model.addAttribute("desk", SIGN);
        model.addAttribute(
                "table", Table.ticked(table, new Table.Selection(SIGN, List.of("keep", "hide"), keys, found.all())));
        model.addAttribute("wanted", new ManyRows.Wanted(SIGN.name(), "keep", "q=ZJ01", keys, "", ""));
        model.addAttribute("asked", asked(keys));
        model.addAttribute("telling", telling(keys));
        return "table/gallery";
    }

    private List<TableColumn<Sample>> columns() {
        var now = clock.instant();
        return List.of(
                TableColumn.<Sample>text(
                                "order",
                                "table.gallery.order",
                                it -> TableCell.of("ZJ0" + it.number()).over(it.goods()))
                        .over("table.gallery.goods"),
                TableColumn.text(
                        "state",
                        "table.gallery.state",
                        it -> TableCell.of(TableCell.word("table.gallery.open")).toned("hurry")),
                TableColumn.<Sample>text(
                                "placed",
                                "table.gallery.placed",
                                it -> TableCell.of(now.minus(Duration.ofHours(it.number()))))
                        .sorted(true),
                TableColumn.number("amount", "table.gallery.amount", it -> TableCell.of(it.amount())));
    }

    private static List<TableFilter> filters() {
        return List.of(TableFilter.search("table.gallery.search"), TableFilter.day("from", "table.gallery.placed"));
    }

    private static ManyRows.Asked telling(List<String> keys) {
        var asks = new DeskTable.Asks<Sample>("table.gallery.value", (row, typed) -> typed);
        var act = new DeskTable.Act<>("price", false, 1_000, (rows, by) -> Map.of(), asks);
        var rows = keys.stream()
                .map(it -> new ManyRows.Shown(it, it, "阳光玫瑰葡萄 2斤", ""))
                .toList();
        return new ManyRows.Asked(act, rows, List.of());
    }

    private static ManyRows.Asked asked(List<String> keys) {
        var act = new DeskTable.Act<Sample>("keep", true, 1_000, (rows, by) -> Map.of());
        var rows = keys.stream()
                .map(it -> new ManyRows.Shown(it, it, "阳光玫瑰葡萄 2斤", ""))
                .toList();
        return new ManyRows.Asked(act, rows, List.of(new ManyRows.Picked("table.gallery.search", "ZJ01")));
    }
}
