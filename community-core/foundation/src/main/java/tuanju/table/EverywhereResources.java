package tuanju.table;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators over REST: words looked for in all long tables at once. */
@RestController
@RequiredArgsConstructor
class EverywhereResources {

    private final Everywhere everywhere;
    private final CellWords words;

    /**
     * What was found in one table.
     *
     * @param all how many match; null where they are too many to be counted
     * @param rows the first of them
     */
    record Hits(String table, @Nullable Long all, List<Row> rows) {}

    /** What a row is called, what stands below that, and the page it opens (null for none). */
    record Row(String name, String below, @Nullable String link) {}

    /** At most five rows of each table in which they are found. */
    @GetMapping("/api/v1/operator/search")
    List<Hits> search(Principal me, @RequestParam(defaultValue = "") String q) {
        return everywhere.find(q, UUID.fromString(me.getName())).stream()
                .map(it -> new Hits(
                        it.sign().name(),
                        it.all(),
                        it.cells().stream().map(this::row).toList()))
                .toList();
    }

    private Row row(TableCell cell) {
        return new Row(words.said(cell.value()), words.said(cell.below()), cell.link());
    }
}
