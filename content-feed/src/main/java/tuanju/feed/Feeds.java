package tuanju.feed;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tuanju.card.Viewer;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.membership.Memberships;
import tuanju.note.NoteTile;
import tuanju.note.Notes;
import tuanju.note.Notes.Part;

/** Notes to look through, newest first or as they are for somebody: a few statements a page, however many notes it holds. */
@Component
@RequiredArgsConstructor
class Feeds {

    private final Notes notes;
    private final Memberships memberships;
    private final Clock clock;

    /** Of a community; of one topic there where it is not empty. */
    List<NoteTile> community(CommunityId community, String topic, Viewer viewer, Part part) {
        return notes.in(community, topic.strip(), viewer, part);
    }

    /** By those whom this member follows, in the communities they belong to. */
    List<NoteTile> following(MemberId member, @Nullable Code after, int limit) {
        return notes.followedBy(member, memberships.communitiesOf(member), new Part(after, limit));
    }

    /**
     * A page of what is for this member.
     *
     * @param why each stands here, in the same order
     * @param next where the next page begins; null at the end
     */
    record Page(List<NoteTile> tiles, Map<Code, ForYou.Why> why, ForYou.@Nullable Place next) {}

    /** As {@link ForYou} says; pages of one look hold together, for all are as it stood when the first one was looked at. */
    Page forYou(MemberId member, ForYou.@Nullable Place from, int limit) {
        var place = from == null ? new ForYou.Place(clock.instant(), 0) : from;
        var ranked = ForYou.rank(
                notes.candidates(member, memberships.communitiesOf(member), place.asOf()), member, place.asOf());
        var shown = ranked.stream().skip(place.offset()).limit(limit).toList();
        var why = shown.stream().collect(Collectors.toMap(it -> it.note().code(), ForYou.Ranked::why));
        var tiles = notes.these(shown.stream().map(it -> it.note().code()).toList(), new Viewer(member));
        int end = place.offset() + shown.size();
        return new Page(tiles, why, end < ranked.size() ? new ForYou.Place(place.asOf(), end) : null);
    }
}
