package tuanju.chain.reading;

import java.util.List;

/** Writes orders as a chain list (接龙), in words that {@link ChainListReader} reads back as the same orders. */
public final class ChainListWriter {

    private ChainListWriter() {}

    /** One line to be: who, where, what. The door and the note may be masked or empty. */
    public record Entry(String name, String door, List<ChainItem> items, boolean paid, String note) {

        public Entry {
            items = List.copyOf(items);
        }
    }

    /** The list under its title, counted from 1. */
    public static String write(String title, List<Entry> entries) {
        var text = new StringBuilder("#接龙\n").append(title.strip()).append('\n');
        for (int at = 0; at < entries.size(); at++) {
            text.append(at + 1).append(". ").append(line(entries.get(at))).append('\n');
        }
        return text.toString();
    }

    private static String line(Entry entry) {
        var line = new StringBuilder(entry.name().strip());
        if (!entry.door().isEmpty()) {
            line.append(' ').append(entry.door());
        }
        line.append(' ').append(ChainItem.words(entry.items()));
        if (entry.paid()) {
            line.append(" 已付");
        }
        if (!entry.note().isBlank()) {
            line.append("（").append(entry.note().strip()).append("）");
        }
        return line.toString();
    }
}
