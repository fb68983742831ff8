package tuanju.table;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Plain;
import tuanju.table.DeskTable.Act;
import tuanju.table.DeskTable.Doer;

/**
 * Does an act to many rows of a table at once: to those that were confirmed and still match what they were picked out by.
 * What is not done says why, row by row; rows that changed meanwhile are left alone and named.
 */
@Component
@RequiredArgsConstructor
class ManyRows {

    static final String CHANGED = "table.act.changed";

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_VALUE = 60;

    private final ObjectProvider<DeskTable<?, ?>> tables;
    private final CellWords words;
    private final DoneRows done;

    /**
     * What is wanted.
     *
     * @param query by what the rows were picked out, as it stands behind the "?" of the table's address
     * @param rows which of them were confirmed
     * @param value what the act is told beside them; empty where it asks nothing, or was not told yet
     */
    record Wanted(String table, String act, String query, List<String> rows, String reason, String value) {

        /** The same, told nothing beside the rows. */
        Wanted without() {
            return new Wanted(table, act, query, rows, reason, "");
        }

        /** The same of these rows. */
        Wanted with(List<String> those) {
            return new Wanted(table, act, query, those, reason, value);
        }
    }

    /** What would be done, for somebody to confirm. */
    record Asked(Act<?> act, List<Shown> rows, List<Picked> filters) {

        /** Whether there is still something to be said before it can be done. */
        public boolean isUnsaid() {
            return act.asks() != null
                    && rows.stream().allMatch(it -> it.becomes().isEmpty());
        }

        public List<Shown> first() {
            return rows.subList(0, Math.min(rows.size(), 20));
        }

        public String keys() {
            return rows.stream().map(Shown::key).collect(Collectors.joining(","));
        }
    }

    /** One row by what says what it is, and what it would become; empty where nothing was said yet. */
    record Shown(String key, String said, String below, String becomes) {

        /** Told from others that are called the same. */
        String whole() {
            return below.isEmpty() ? said : said + " · " + below;
        }

        Shown becoming(String what) {
            return new Shown(key, said, below, what);
        }
    }

    /** A filter in words. */
    record Picked(String title, String said) {}

    /** Refuses with NotFound a table there is not, or one that nothing is done to. */
    DeskTable<?, ?> table(String name) {
        return tables.stream()
                .filter(it -> it.sign().name().equals(name) && !it.acts().isEmpty())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Those that are ticked and match, or all that match. Refuses with Invalid none, and more than are acted on at once. */
    Asked ask(Wanted wanted, boolean all) {
        return ask(table(wanted.table()), wanted, all);
    }

    private <Q extends Record & DeskTable.Question, T> Asked ask(DeskTable<Q, T> table, Wanted wanted, boolean all) {
        var act = act(table, wanted.act());
        var value = value(act, wanted.value());
        var question = table.question(wanted.query());
        var rows = all
                ? table.all(Questions.fromTheBeginning(question), act.most() + 1)
                : table.still(question, few(keys(wanted.rows()), act));
        if (rows.isEmpty()) {
            throw new Invalid("rows", "rows-none");
        }
        if (rows.size() > act.most()) {
            throw new Invalid("rows", "rows-too-many", act.most());
        }
        var shown = rows.stream()
                .map(it -> shown(table, question, it).becoming(becomes(act, it, value)))
                .toList();
        return new Asked(act, shown, picked(table, question));
    }

    /** The words of what was picked out. */
    private <Q extends Record & DeskTable.Question, T> List<Picked> picked(DeskTable<Q, T> table, Q question) {
        var look = question.look();
        return table.filters(question).stream()
                .filter(it -> !look.picked(it.name()).isEmpty())
                .map(it -> new Picked(it.title(), words.said(it.said(look.picked(it.name())))))
                .toList();
    }

    private <Q extends Record & DeskTable.Question, T> Shown shown(DeskTable<Q, T> table, Q question, T row) {
        var cell = table.columns(question).getFirst().cell().apply(row);
        return new Shown(table.key(row), words.said(cell.value()), words.said(cell.below()), "");
    }

    private <T> String becomes(Act<T> act, T row, String value) {
        var asks = act.asks();
        return asks == null || value.isEmpty() ? "" : words.said(asks.becomes().apply(row, value));
    }

    /** In the caller's transaction, in which the filter is applied once more. Answers by which id it can be read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID act(Wanted wanted, UUID by) {
        return act(table(wanted.table()), wanted, by);
    }

    private <Q extends Record & DeskTable.Question, T> UUID act(DeskTable<Q, T> table, Wanted wanted, UUID by) {
        var act = act(table, wanted.act());
        var reason = reason(act, wanted.reason());
        var value = value(act, wanted.value());
        if (act.asks() != null && value.isEmpty()) {
            throw new Invalid("value", "field-missing");
        }
        var question = table.question(wanted.query());
        var keys = few(keys(wanted.rows()), act);
        if (keys.isEmpty()) {
            throw new Invalid("rows", "rows-none");
        }
        var rows = table.still(question, keys);
        var refused = act.deed().refused(rows, new Doer(by, reason, value));
        var lines = new LinkedHashMap<String, DoneRows.Line>();
        rows.forEach(it -> {
            var shown = shown(table, question, it);
            lines.put(shown.key(), new DoneRows.Line(shown.key(), shown.whole(), refused.get(shown.key())));
        });
        gone(table, question, keys, lines);
        return done.keep(wanted, new Doer(by, reason, value), List.copyOf(lines.values()));
    }

    private <Q extends Record & DeskTable.Question, T> void gone(
            DeskTable<Q, T> table, Q question, Set<String> keys, Map<String, DoneRows.Line> lines) {
        var left =
                keys.stream().filter(it -> !lines.containsKey(it)).collect(Collectors.toCollection(LinkedHashSet::new));
        if (left.isEmpty()) {
            return;
        }
        var names = table.still(table.everything(), left).stream()
                .map(it -> shown(table, question, it))
                .collect(Collectors.toMap(Shown::key, Shown::whole));
        left.forEach(it -> lines.put(it, new DoneRows.Line(it, names.getOrDefault(it, it), CHANGED)));
    }

    private static <T> Act<T> act(DeskTable<?, T> table, String name) {
        var acts = table.acts();
        return acts.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "act", "one-of", acts.stream().map(Act::name).collect(Collectors.joining(", "))));
    }

    private static String reason(Act<?> act, String typed) {
        var reason = Plain.legible(Plain.text("reason", typed)).strip();
        if (act.reasoned() && reason.isEmpty()) {
            throw new Invalid("reason", "field-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", "text-too-long", LONGEST_REASON);
        }
        return reason;
    }

    private static String value(Act<?> act, String typed) {
        var value = Plain.legible(Plain.text("value", typed)).strip();
        if (act.asks() == null && !value.isEmpty()) {
            throw new Invalid("value", "value-not-asked");
        }
        if (value.length() > LONGEST_VALUE) {
            throw new Invalid("value", "text-too-long", LONGEST_VALUE);
        }
        return value;
    }

    private static Set<String> keys(List<String> rows) {
        return rows.stream()
                .flatMap(it -> Arrays.stream(it.split(",", -1)))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> few(Set<String> keys, Act<?> act) {
        if (keys.size() > act.most()) {
            throw new Invalid("rows", "rows-too-many", act.most());
        }
        if (keys.stream().anyMatch(it -> !it.matches("[0-9A-Za-z-]{1,60}"))) {
            throw new Invalid("rows", "rows-unknown");
        }
        return keys;
    }
}
