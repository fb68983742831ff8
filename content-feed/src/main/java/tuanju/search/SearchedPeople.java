package tuanju.search;

import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.note.Author;
import tuanju.note.Authors;
import tuanju.note.Notes;

/** People who write where they are looked for; found by the name under which they write, by whoever may see a note of theirs there. */
@Component
@RequiredArgsConstructor
class SearchedPeople {

    private final Names names;
    private final Notes notes;
    private final Authors authors;

    List<Found> of(Search.Asked asked, Query query, int limit) {
        var here = asked.community().id();
        List<MemberId> called = names.of(here).people().entrySet().stream()
                .filter(it -> query.isIn(it.getValue()))
                .map(java.util.Map.Entry::getKey)
                .toList();
        var seen = notes.seen(here, asked.viewer(), called);
        var now = authors.of(seen);
        return seen.stream()
                .map(now::get)
                .filter(Objects::nonNull)
                .filter(it -> query.isIn(it.name()))
                .limit(limit)
                .map(it -> found(it, query))
                .toList();
    }

    private static Found found(Author author, Query query) {
        return new Found(Kind.PERSON, author.code(), query.mark(author.name()), List.of(), author.path(), null, null);
    }
}
