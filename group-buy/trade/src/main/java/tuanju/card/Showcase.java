package tuanju.card;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;

/** Cards of every kind, collected: one query for each kind that is asked for. */
@Component
@Transactional(readOnly = true)
public class Showcase {

    private final Communities communities;
    private final List<Card.Ratings> ratings;
    private final Map<CardRef.Kind, Cards> kinds = new EnumMap<>(CardRef.Kind.class);

    Showcase(Communities communities, List<Cards> kinds, List<Card.Ratings> ratings) {
        this.communities = communities;
        this.ratings = ratings;
        kinds.forEach(it -> this.kinds.put(it.kind(), it));
    }

    /** Those of these that are there and that this viewer may see, each once, in the order they were asked for. */
    public List<Card> cards(Viewer viewer, Collection<CardRef> refs) {
        var found = new HashMap<CardRef, Card>();
        refs.stream()
                .collect(Collectors.groupingBy(CardRef::kind))
                .forEach((kind, some) -> of(viewer, kind, some).forEach(it -> found.put(it.ref(), it)));
        return rated(new LinkedHashSet<>(refs)
                .stream().map(found::get).filter(Objects::nonNull).toList());
    }

    /** What is on offer of one kind. */
    public List<Card> onOffer(CardRef.Kind kind, Viewer viewer, CardSearch search) {
        var cards = kinds.get(kind);
        return cards == null ? List.of() : rated(cards.onOffer(viewer, search));
    }

    /** What is sold in a community is called, of every kind whose names are for everybody: the words that a search may guess. */
    public List<String> names(CommunityId community, int most) {
        return kinds.values().stream()
                .flatMap(it -> it.names(community, most).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    /** What people say together of the goods of one of this kind; null where too few did. */
    public Card.@Nullable Rating rating(CardRef.Kind kind, Code code) {
        var ref = new CardRef(kind, code);
        return ratings.stream()
                .map(it -> it.of(List.of(ref)).get(ref))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** With what people say of their goods. */
    private List<Card> rated(List<Card> cards) {
        var refs = cards.stream().map(Card::ref).toList();
        var found = new HashMap<CardRef, Card.Rating>();
        if (!refs.isEmpty()) {
            ratings.forEach(it -> found.putAll(it.of(refs)));
        }
        return found.isEmpty()
                ? cards
                : cards.stream().map(it -> it.rated(found.get(it.ref()))).toList();
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
