package tuanju.search;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import tuanju.card.Card;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.note.NoteTile;
import tuanju.picture.Pictures;

/** What was found, as it is shown in a list of all kinds. */
@Component
@RequiredArgsConstructor
class Drawn {

    private static final int WIDE = 400;

    private final Pictures pictures;
    private final Communities communities;

    Found note(NoteTile it, Query query) {
        var cover = it.cover();
        return new Found(
                Kind.NOTE,
                it.code().value(),
                query.mark(it.title()),
                query.mark(it.start()),
                it.path(),
                cover == null ? null : pictures.url(cover, it.title(), WIDE),
                null);
    }

    /** A product without a page of its own is opened by what neighbours say of it. */
    Found card(Kind kind, Card it, Query query) {
        var path = it.path();
        var picture = it.pictures().getFirst();
        return new Found(
                kind,
                it.ref().code().value(),
                query.mark(it.title()),
                query.mark(it.detail()),
                path == null ? "/reviews/" + it.ref().kind() + "/" + it.ref().code() : path,
                pictures.url(picture.picture(), picture.name(), WIDE),
                it.price());
    }

    /** Every community is everybody's to find. */
    List<Found> communities(Query query, int limit) {
        return communities.all().stream()
                .filter(it -> query.isIn(it.name() + " " + it.place()))
                .limit(limit)
                .map(it -> community(it, query))
                .toList();
    }

    private static Found community(CommunityCard it, Query query) {
        return new Found(
                Kind.COMMUNITY,
                it.shortCode(),
                query.mark(it.name()),
                query.mark(it.place()),
                "/notes?community=" + it.shortCode(),
                null,
                null);
    }
}
