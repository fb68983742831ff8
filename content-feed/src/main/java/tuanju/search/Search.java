package tuanju.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.card.CardSearch;
import tuanju.card.Showcase;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.note.Notes;
import tuanju.note.Notes.Part;
import tuanju.note.Writers;

/** Finds what holds all of somebody's words and may be seen by them, of every kind: the same few statements however much is found. */
@Component
@RequiredArgsConstructor
class Search {

    /** Of each kind where all are shown together. */
    static final int GLIMPSE = 4;

    static final int PAGE = 24;
    /** More than this are not counted. */
    static final int COUNTED = 50;

    private final Names names;
    private final Showcase showcase;
    private final Notes notes;
    private final Writers writers;
    private final SearchedPeople people;
    private final Drawn drawn;

    /** Who looks for what, where. */
    record Asked(String typed, CommunityCard community, Viewer viewer) {}

    /**
     * A page of what was found.
     *
     * @param also what was looked for beside what was typed
     * @param counts of each kind, at most {@value #COUNTED} and one more
     * @param next after which the next page of this kind begins; null at the end, and where all kinds are shown together
     */
    record Page(
            List<Found> items,
            List<String> also,
            Map<Kind, Integer> counts,
            @Nullable Code next) {

        static final Page NOTHING = new Page(List.of(), List.of(), Map.of(), null);

        /** How many there are of everything. */
        public int sum() {
            return counts.values().stream().mapToInt(it -> it).sum();
        }
    }

    /** Of one kind, a page of it; of all kinds together where it is null, a glimpse of each. */
    Page page(Asked asked, @Nullable Kind kind, @Nullable Code after) {
        var query = query(asked);
        if (query.isEmpty()) {
            return Page.NOTHING;
        }
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        var glimpses = new ArrayList<Found>();
        for (var each : Kind.values()) {
            var found = of(each, asked, query, null, each == Kind.NOTE ? GLIMPSE : COUNTED + 1);
            counts.put(each, each == Kind.NOTE ? notes(asked, query) : found.size());
            found.stream().limit(GLIMPSE).forEach(glimpses::add);
        }
        if (kind == null) {
            return new Page(glimpses, meant(query, glimpses), counts, null);
        }
        var found = of(kind, asked, query, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        boolean more = found.size() > PAGE && kind.hasPages();
        return new Page(
                shown,
                meant(query, shown),
                counts,
                more ? new Code(shown.getLast().code()) : null);
    }

    private int notes(Asked asked, Query query) {
        return notes.counting(query.inNotes(), asked.community().id(), asked.viewer(), COUNTED + 1);
    }

    /** Of what was guessed, what stands in something that is shown: a name nobody may see is not told by a guess. */
    private static List<String> meant(Query query, List<Found> shown) {
        return query.also().stream()
                .filter(guess -> shown.stream().anyMatch(it -> it.holds(guess)))
                .toList();
    }

    Query query(Asked asked) {
        return Query.read(asked.typed(), names.of(asked.community().id()).lexicon());
    }

    /** At most so many of one kind, behind this one. */
    List<Found> of(Kind kind, Asked asked, Query query, @Nullable Code after, int limit) {
        var here = asked.community().id();
        return switch (kind) {
            case NOTE ->
                notes.holding(query.inNotes(), here, asked.viewer(), new Part(after, limit)).stream()
                        .map(it -> drawn.note(it, query))
                        .toList();
            case PERSON -> people.of(asked, query, limit);
            case COMMUNITY -> drawn.communities(query, limit);
            case PRODUCT -> catalogue(asked) ? cards(kind, asked, query, after, limit) : List.of();
            case CYCLE, OFFER -> cards(kind, asked, query, after, limit);
        };
    }

    private List<Found> cards(Kind kind, Asked asked, Query query, @Nullable Code after, int limit) {
        var search = CardSearch.in(asked.community().id(), limit)
                .matching(query.inNames())
                .behind(after);
        return showcase.onOffer(kind.card().orElseThrow(), asked.viewer(), search).stream()
                .map(it -> drawn.card(kind, it, query))
                .toList();
    }

    /** What is not on offer now is for those who may write of it. */
    private boolean catalogue(Asked asked) {
        var member = asked.viewer().member();
        return member != null && writers.mayWrite(member, asked.community().id());
    }
}
