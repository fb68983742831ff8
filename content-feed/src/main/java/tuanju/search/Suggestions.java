package tuanju.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.note.Notes;

/** What may be meant while somebody types: names of what they may see, of goods first, then topics, people and communities. */
@Component
@RequiredArgsConstructor
class Suggestions {

    private static final int MOST = 8;
    private static final int OF_A_KIND = 4;
    private static final List<Kind> NAMED = List.of(Kind.PRODUCT, Kind.OFFER, Kind.CYCLE, Kind.PERSON, Kind.COMMUNITY);

    private final Search search;
    private final Notes notes;

    /**
     * A name.
     *
     * @param kind what it is a name of; TOPIC for what notes are filed under
     */
    record Suggestion(String kind, String text, List<Marked> marked) {}

    /** At most eight, each once; none where there is nothing to go by. */
    List<Suggestion> of(Search.Asked asked) {
        var query = search.query(asked);
        if (query.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Suggestion>();
        NAMED.forEach(kind -> search.of(kind, asked, query, null, OF_A_KIND)
                .forEach(it -> found.putIfAbsent(it.name(), new Suggestion(kind.name(), it.name(), it.title()))));
        notes.topics(asked.community().id(), asked.viewer()).stream()
                .filter(query::isIn)
                .limit(OF_A_KIND)
                .forEach(it -> found.putIfAbsent(it, new Suggestion("TOPIC", it, query.mark(it))));
        return new ArrayList<>(found.values()).stream().limit(MOST).toList();
    }
}
