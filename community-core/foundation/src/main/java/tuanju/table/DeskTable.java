package tuanju.table;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tuanju.command.Invalid;

/**
 * A long table of operators. A module declares one as a controller: what it is called, what is shown of a row, by what rows
 * are picked out, and where they are found. Its page, its files and its views are the same for all.
 *
 * @param <Q> a question to it, whose components are the names in its address: texts that may be null
 * @param <T> one row
 */
public abstract class DeskTable<Q extends Record & DeskTable.Question, T> {

    private final Tables tables;
    private final Sign sign;

    /** What somebody asks of a table: a component for each filter, and "sort", "after" and "sum". */
    public interface Question {

        /** How it is looked at on the page. */
        TableLook look();
    }

    /**
     * What stands above a table.
     *
     * @param name the last word of its page's address, and what its files, its place in the side bar and its acts are called by
     * @param messages what its messages begin with: title, lead, and what an empty one says (none, noneText, noneYet, noneYetText)
     * @param picture of an empty one
     * @param ways where else an operator of this table goes
     */
    public record Sign(String name, String messages, String picture, List<Way> ways) {

        public Sign(String name, String messages, String picture) {
            this(name, messages, picture, List.of());
        }

        /** A page and the message it is called by. */
        public record Way(String page, String title) {}

        public String path() {
            return "/operate/" + name;
        }
    }

    /**
     * Something done to many rows at once, as it is to one.
     *
     * @param name as the address calls it; the table's messages act.(name), act.(name).lead and act.(name).done say what it does
     * @param reasoned whether a reason must be given
     * @param most to so many rows at once
     * @param asks what it must be told beside the rows; null where they are enough
     */
    public record Act<T>(
            String name,
            boolean reasoned,
            int most,
            Deed<T> deed,
            @Nullable Asks<T> asks) {

        public Act(String name, boolean reasoned, int most, Deed<T> deed) {
            this(name, reasoned, most, deed, null);
        }
    }

    /**
     * What an act must be told: a new price, a category.
     *
     * @param title the message that says what, and with Hint behind it in which spelling
     * @param becomes what a row becomes by it; refuses with Invalid of "value" what cannot be read, and may do so of a row
     */
    public record Asks<T>(String title, BiFunction<T, String, Object> becomes) {}

    /** Who does it, and why, and what they said beside it; empty where it was not asked for. */
    public record Doer(UUID member, String reason, String value) {}

    /** Does it in the caller's transaction, and writes it to the audit trail. */
    @FunctionalInterface
    public interface Deed<T> {

        /** By key the rows it was not done to, each with the message that says why. */
        Map<String, String> refused(List<T> rows, Doer by);
    }

    protected DeskTable(Tables tables, Sign sign) {
        this.tables = tables;
        this.sign = sign;
    }

    /** By what rows are picked out. */
    protected abstract List<TableFilter> filters(Q asked);

    /** What stands in each column, on the page and in files alike; the first says what a row is. */
    protected abstract List<TableColumn<T>> columns(Q asked);

    /** A page of rows, and what all come to. Refuses with Invalid what cannot be looked for. */
    protected abstract Table.Rows<T> page(Q asked);

    /** All of them up to a number, in the order asked for, from the beginning. Refuses with Invalid what cannot be looked for. */
    protected abstract List<T> all(Q asked, int most);

    /** What can be done to many rows at once. */
    protected List<Act<T>> acts() {
        return List.of();
    }

    /** How a row is told from all others: letters, digits and "-". Only asked where something is done to rows. */
    protected String key(T row) {
        throw new UnsupportedOperationException("Nothing is done to " + sign.name());
    }

    /** Those of these rows that match now, in the order of the table or another. */
    protected List<T> still(Q asked, Collection<String> keys) {
        throw new UnsupportedOperationException("Nothing is done to " + sign.name());
    }

    /** Where else one goes from here, by what is picked out. */
    protected List<Sign.Way> ways(Q asked) {
        return sign.ways();
    }

    /** The template of its page, and in the model what that one needs beside the table. */
    protected String shownOn(Q asked, Model model) {
        return "table/page";
    }

    /** Whether four digits that are searched are the end of a phone; who looks for one goes on record. */
    protected boolean looksAtPhones() {
        return false;
    }

    private void noteSearched(Q asked, UUID by) {
        if (looksAtPhones()) {
            tables.noteSearched(by, sign.name(), asked.look().picked("q"));
        }
    }

    /** The question that every row matches. */
    protected Q everything() {
        return question("");
    }

    final Sign sign() {
        return sign;
    }

    /** Its rows to somebody who asks by these names. */
    final Table<T> rows(Map<String, String> said, List<String> columns, UUID by) {
        var asked = Questions.make(type(), it -> said.get(it.getName()));
        noteSearched(asked, by);
        return table(asked, columns);
    }

    /** The first rows in which these words are found; empty where nobody searches it, or they cannot be looked for. */
    final Optional<Hits> hits(String words, int most, UUID by) {
        if (!Questions.names(type()).contains("q")) {
            return Optional.empty();
        }
        var asked = Questions.with(everything(), "q", words);
        noteSearched(asked, by);
        try {
            var found = page(asked);
            var first = columns(asked).getFirst().cell();
            var cells = found.shown().stream().limit(most).map(first).toList();
            return Optional.of(new Hits(sign, cells, found.all(), asked.look().first()));
        } catch (Invalid refusal) {
            return Optional.empty();
        }
    }

    /** The question behind the "?" of an address. Refuses with Invalid what is none. */
    protected final Q question(String query) {
        return Questions.read(type(), query);
    }

    @SuppressWarnings("unchecked") // the table says so itself
    private Class<Q> type() {
        return (Class<Q>) ResolvableType.forClass(getClass())
                .as(DeskTable.class)
                .getGeneric(0)
                .toClass();
    }

    String show(Principal me, Q asked, @RequestParam(defaultValue = "") List<String> columns, Model model) {
        noteSearched(asked, UUID.fromString(me.getName()));
        model.addAttribute("active", sign.name());
        model.addAttribute("desk", sign);
        model.addAttribute("table", readable(asked, columns, model));
        model.addAttribute("ways", ways(asked));
        return shownOn(asked, model);
    }

    ResponseEntity<byte[]> file(
            Principal me, @PathVariable String ending, Q asked, @RequestParam(defaultValue = "") List<String> columns) {
        var shown = asked.look().showing(columns).shown(columns(asked));
        noteSearched(asked, UUID.fromString(me.getName()));
        var found = all(asked, Tables.MOST_ROWS + 1);
        var file = tables.file("tuanju-" + sign.name(), ending, shown, found);
        tables.noteTaken(UUID.fromString(me.getName()), sign.name(), found.size());
        return file;
    }

    /** What cannot be looked for is said, above what is left of the question. */
    private Table<T> readable(Q asked, List<String> columns, Model model) {
        try {
            return table(asked, columns);
        } catch (Invalid refusal) {
            model.addAttribute("problem", tables.sentence(refusal));
            return legible(asked);
        }
    }

    /** In the usual order; where what is picked out cannot be either, nothing picked out. */
    private Table<T> legible(Q asked) {
        try {
            return table(Questions.fromTheBeginning(asked), List.of());
        } catch (Invalid refusal) {
            return table(Questions.forAll(asked), List.of());
        }
    }

    private Table<T> table(Q asked, List<String> columns) {
        var found = page(asked);
        var table = Table.of(asked.look().showing(columns), filters(asked), columns(asked), found);
        var acts = acts().stream().map(Act::name).toList();
        return acts.isEmpty() || found.shown().isEmpty()
                ? table
                : Table.ticked(
                        table,
                        new Table.Selection(
                                sign,
                                acts,
                                found.shown().stream().map(this::key).toList(),
                                found.all()));
    }
}
