package tuanju.table;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tuanju.command.CommandKey;
import tuanju.command.Commands;
import tuanju.command.NotFound;

/** For operators over REST: an act on many rows of a long table, and what was done. */
@RestController
@RequestMapping("/api/v1/operator/acts")
@RequiredArgsConstructor
class ActResources {

    private final ManyRows many;
    private final DoneRows done;
    private final CellWords words;
    private final Commands commands;

    /**
     * What is wanted.
     *
     * @param table the last word of its page's address: "reports"
     * @param query by what rows are picked out, as in that address: "state=open"
     * @param rows which of them; null for all that match
     * @param value what the act is told beside the rows: a new price, a category
     */
    record Wish(
            @Nullable String table,
            @Nullable String act,
            @Nullable String query,
            @Nullable List<String> rows,
            @Nullable String reason,
            @Nullable String value) {}

    /**
     * What was done.
     *
     * @param left rows that are as they were
     */
    record Acted(
            UUID id,
            String table,
            String act,
            String query,
            String reason,
            String value,
            Instant at,
            List<Row> done,
            List<Left> left) {}

    /** A row, and what it was called. */
    record Row(String row, String name) {}

    /** A row that was left, with a stable word and a sentence for why. */
    record Left(String row, String name, String why, String sentence) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Acted act(Principal me, @RequestBody Wish wish, CommandKey key) {
        var asked = new ManyRows.Wanted(
                said(wish.table()),
                said(wish.act()),
                said(wish.query()),
                Objects.requireNonNullElse(wish.rows(), List.of()),
                said(wish.reason()),
                said(wish.value()));
        var id = commands.once(
                key.with(wish), UUID.class, () -> many.act(all(asked, wish), UUID.fromString(me.getName())));
        return acted(id.value());
    }

    @GetMapping("/{id}")
    Acted acted(@PathVariable UUID id) {
        var it = done.find(id).orElseThrow(NotFound::new);
        return new Acted(
                it.id(),
                it.table(),
                it.act(),
                it.query(),
                it.reason(),
                it.value(),
                it.at(),
                it.done().stream().map(row -> new Row(row.key(), row.said())).toList(),
                it.left().stream().map(this::left).toList());
    }

    private ManyRows.Wanted all(ManyRows.Wanted asked, Wish wish) {
        return wish.rows() != null
                ? asked
                : asked.with(List.of(many.ask(asked, true).keys()));
    }

    private Left left(DoneRows.Line row) {
        var why = Objects.requireNonNull(row.why());
        return new Left(row.key(), row.said(), why.substring(why.lastIndexOf('.') + 1), words.word(why));
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
