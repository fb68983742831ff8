package tuanju.table;

import java.security.Principal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.money.Money;

/** For operators over REST: the rows of any long table, column by column as its page shows them. */
@RestController
@RequestMapping("/api/v1/operator/tables")
@RequiredArgsConstructor
class TableResources {

    private final ObjectProvider<DeskTable<?, ?>> tables;
    private final CellWords words;

    /**
     * What stands in one place.
     *
     * @param value a text, a number, a time, or money in fen; words are in the reader's language
     * @param below what stands below it; null where nothing does
     * @param link the page it opens; null where it opens none
     */
    record Cell(
            Object value, @Nullable Object below, @Nullable String link) {}

    /**
     * A page.
     *
     * @param items each row by column
     * @param next to be sent as "after"; null on the last page
     * @param total what all that match come to, by column; empty where they are too many, until sum=all is sent
     */
    record Page(List<Map<String, Cell>> items, @Nullable String next, Map<String, Object> total) {}

    /** By the same names as in its page's address. */
    @GetMapping("/{table}")
    Page rows(
            Principal me,
            @PathVariable String table,
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(defaultValue = "") List<String> columns) {
        var found = tables.stream()
                .filter(it -> it.sign().name().equals(table))
                .findFirst()
                .orElseThrow(NotFound::new);
        var said = new LinkedHashMap<String, String>();
        asked.forEach((name, values) -> {
            if (values.size() > 1 && !name.equals("columns")) {
                throw new Invalid(name.matches("[a-z-]{1,40}") ? name : "query", "field-twice");
            }
            said.put(name, values.getFirst());
        });
        return page(found.rows(said, columns, UUID.fromString(me.getName())));
    }

    private Page page(Table<?> table) {
        var names = table.columns().stream().map(TableColumn::name).toList();
        var items = table.rows().stream()
                .map(row -> IntStream.range(0, names.size())
                        .boxed()
                        .collect(
                                Collectors.toMap(names::get, at -> cell(row.get(at)), (a, b) -> a, LinkedHashMap::new)))
                .<Map<String, Cell>>map(it -> it)
                .toList();
        var total = new LinkedHashMap<String, Object>();
        table.total().forEach((column, sum) -> total.put(column, plain(sum)));
        return new Page(items, table.next(), total);
    }

    private Cell cell(TableCell it) {
        return new Cell(plain(it.value()), it.below().equals("") ? null : plain(it.below()), it.link());
    }

    private Object plain(Object value) {
        return value instanceof Money sum ? (Object) sum.fen() : value instanceof Instant ? value : words.plain(value);
    }
}
