package tuanju.card;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Communities;

/** Cards of every kind, collected: one query for each kind that is asked for. */
@Component
@Transactional(readOnly = true)
public class Showcase {

    private final Communities communities;
    private final Map<CardRef.Kind, Cards> kinds = new EnumMap<>(CardRef.Kind.class);

    Showcase(Communities communities, List<Cards> kinds) {
        this.communities = communities;
        kinds.forEach(it -> this.kinds.put(it.kind(), it));
    }

    /** Those of these that are there and that this viewer may see, each once, in the order they were asked for. */
    public List<Card> cards(Viewer viewer, Collection<CardRef> refs) {
        var found = new HashMap<CardRef, Card>();
        refs.stream()
                .collect(Collectors.groupingBy(CardRef::kind))
                .forEach((kind, some) -> of(viewer, kind, some).forEach(it -> found.put(it.ref(), it)));
        return new LinkedHashSet<>(refs)
                .stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** What is on offer of one kind. */
    public List<Card> onOffer(CardRef.Kind kind, Viewer viewer, CardSearch search) {
        var cards = kinds.get(kind);
        return cards == null ? List.of() : cards.onOffer(viewer, search);
    }

    private List<Card> of(Viewer viewer, CardRef.Kind kind, List<CardRef> refs) {
        var here = refs.stream()
                .flatMap(it -> communities.find(it.code().communityShortCode()).stream())
                .map(it -> it.id().value())
                .collect(Collectors.toSet());
        var codes = refs.stream().map(it -> it.code().value()).collect(Collectors.toSet());
        var cards = kinds.get(kind);
        return cards == null || here.isEmpty() ? List.of() : cards.of(viewer, new CardCodes(here, codes));
    }
}
