package tuanju.feed;

import java.util.List;
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

/** Notes to look through, newest first: three statements a page, however many notes it holds. */
@Component
@RequiredArgsConstructor
class Feeds {

    private final Notes notes;
    private final Memberships memberships;

    /** Of a community; of one topic there where it is not empty. */
    List<NoteTile> community(CommunityId community, String topic, Viewer viewer, Part part) {
        return notes.in(community, topic.strip(), viewer, part);
    }

    /** By those whom this member follows, in the communities they belong to. */
    List<NoteTile> following(MemberId member, @Nullable Code after, int limit) {
        return notes.followedBy(member, memberships.communitiesOf(member), new Part(after, limit));
    }
}
