package tuanju.cycle.export;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When orders were placed, from the sheet 说明: 下单时间：2022-05-23 10:40:59至2022-05-24 20:57:56. */
record OrderWindow(LocalDateTime first, LocalDateTime last) {

    private static final String MOMENT = "(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2})";
    private static final Pattern WRITTEN = Pattern.compile("下单时间[:：]\\s*" + MOMENT + "\\s*至\\s*" + MOMENT);
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    static Optional<OrderWindow> in(List<SheetTable> tables) {
        return tables.stream()
                .filter(table -> table.has("说明"))
                .flatMap(table -> table.lines().stream())
                .map(line -> WRITTEN.matcher(line.cell("说明").text()))
                .filter(Matcher::find)
                .findFirst()
                .flatMap(found -> read(found.group(1), found.group(2)));
    }

    private static Optional<OrderWindow> read(String first, String last) {
        try {
            return Optional.of(new OrderWindow(LocalDateTime.parse(first, FORM), LocalDateTime.parse(last, FORM)));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
