package tuanju.earning;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of a statement's tables, in one language. */
record StatementWords(MessageSource messages, Locale locale) {

    private static final List<String> COLUMNS = List.of(
            "community",
            "order",
            "asked",
            "back",
            "supplier",
            "bearer-community",
            "base",
            "percent",
            "gave",
            "fee",
            "settled");

    String title() {
        return say("title");
    }

    List<String> columns() {
        return COLUMNS.stream().map(column -> say("column." + column)).toList();
    }

    /** Whether the line's fee is owed already; an order paid to the leader carries none. */
    String standing(Statement.Line line) {
        if (!line.paidHere()) {
            var dues = line.order().dues();
            if (dues.isPaid()) {
                return say("to-leader");
            }
            return dues.paid().isZero()
                    ? say("not-paid", dues.open().toString())
                    : say("partly", dues.paid().toString(), dues.open().toString());
        }
        return say(line.isSettled() ? "settled" : "unsettled");
    }

    String sum(Statement statement) {
        return say("sum", statement.lines().size());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("earning." + key, arguments, locale);
    }
}
