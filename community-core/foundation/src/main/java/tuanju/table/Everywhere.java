package tuanju.table;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tuanju.command.Invalid;
import tuanju.command.Plain;

/** Looks for words in every long table that is searched: codes, names, goods, and the last four digits of phones. */
@Component
@RequiredArgsConstructor
class Everywhere {

    private static final int LONGEST = 60;
    private static final int MOST = 5;

    private final ObjectProvider<DeskTable<?, ?>> tables;

    /**
     * What was found, table by table; nothing for no words. That somebody looks for the end of a phone goes on record. Refuses with
     * Invalid words that are too long.
     */
    List<Hits> find(String typed, UUID by) {
        var words = Plain.legible(Plain.text("q", typed)).strip();
        if (words.length() > LONGEST) {
            throw new Invalid("q", "text-too-long", LONGEST);
        }
        if (words.isEmpty()) {
            return List.of();
        }
        return tables.orderedStream()
                .flatMap(it -> it.hits(words, MOST, by).stream())
                .filter(it -> !it.cells().isEmpty())
                .toList();
    }
}
