package tuanju.note;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.card.Viewer;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Notes as somebody may see them; lists are newest first. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Notes {

    private static final int LARGEST_PAGE = 50;

    private final NoteRows rows;
    private final TileRows tiles;
    private final NoteCandidateRows candidates;
    private final NoteSearchRows found;
    private final Communities communities;

    /**
     * Which part of a list.
     *
     * @param after the last note of the page before; null for the first page
     * @param limit at most 50
     */
    public record Part(@Nullable Code after, int limit) {}

    /** Refuses with NotFound what is not there for this viewer. */
    public Note find(Viewer viewer, Code code) {
        return rows.find(viewer.member(), communities.of(code).id(), code).orElseThrow(NotFound::new);
    }

    /** Those of a community, or of one topic there where it is not empty. */
    public List<NoteTile> in(CommunityId community, String topic, Viewer viewer, Part part) {
        return tiles.of(asked(viewer, part), community, topic);
    }

    /** Those by people this member follows, in these communities. */
    public List<NoteTile> followedBy(MemberId member, Collection<CommunityId> where, Part part) {
        return tiles.followed(asked(new Viewer(member), part), where);
    }

    /** Those by one person. */
    public List<NoteTile> by(MemberId author, Viewer viewer, Part part) {
        return tiles.by(asked(viewer, part), author);
    }

    /** Those this member put aside. */
    public List<NoteTile> keptBy(MemberId member, Part part) {
        return tiles.kept(asked(new Viewer(member), part));
    }

    /** Those of these that this buyer may see, did not write, and that are about what this order is of; in their order. */
    public List<Code> leadingTo(CommunityId community, UUID order, MemberId buyer, List<Code> some) {
        return rows.leadingTo(community, order, buyer, some);
    }

    /**
     * What is looked for in notes.
     *
     * @param query of PostgreSQL's text search, over words as {@code search_words} cuts them
     * @param expression where it stands in a text in lower case, as a regular expression; what is shown of a note begins before it
     */
    public record Wanted(String query, String expression) {}

    /** Those of a community in which this is found. */
    public List<NoteTile> holding(Wanted wanted, CommunityId community, Viewer viewer, Part part) {
        return tiles.holding(asked(viewer, part), community, wanted);
    }

    /** How many there are, as far as this viewer may see them; no more than this are counted. */
    public int counting(Wanted wanted, CommunityId community, Viewer viewer, int most) {
        return found.counting(community, viewer.member(), wanted, most);
    }

    /** What the newest notes of a community that this viewer may see are filed under, the most used first. */
    public List<String> topics(CommunityId community, Viewer viewer) {
        return found.topics(community, viewer.member());
    }

    /** Who has written notes in a community that stand; whether somebody sees them is not asked yet. */
    public List<MemberId> writers(CommunityId community, int most) {
        return found.writers(community, most);
    }

    /** Those of these by whom this viewer may see a note in this community. */
    public List<MemberId> seen(CommunityId community, Viewer viewer, Collection<MemberId> some) {
        return some.isEmpty() ? List.of() : found.seen(community, viewer.member(), some);
    }

    /** Those of these that this viewer may see, in this order. */
    public List<NoteTile> these(List<Code> some, Viewer viewer) {
        return some.isEmpty() ? List.of() : tiles.these(asked(viewer, new Part(null, some.size())), some);
    }

    /**
     * A note that may be shown to a reader, and what speaks for it.
     *
     * @param about what it is about: products, or cards that have none
     * @param weight of what others said of it with one tap, and of keeping it
     * @param known whether reader and author follow each other
     * @param had whether the reader had completed an order of what it is about
     */
    public record Candidate(
            Code code, MemberId author, List<String> about, Instant written, int weight, boolean known, boolean had) {}

    /** As it stood at this moment: the newest of these communities that this member may see and did not write, at most 200. */
    public List<Candidate> candidates(MemberId reader, Collection<CommunityId> where, Instant asOf) {
        return where.isEmpty() ? List.of() : candidates.of(reader, where, asOf);
    }

    private TileRows.Asked asked(Viewer viewer, Part part) {
        var after = part.after();
        @Nullable
        UUID behind = after == null
                ? null
                : communities
                        .find(after.communityShortCode())
                        .map(it -> it.id().value())
                        .orElse(null);
        return new TileRows.Asked(viewer.member(), after, behind, Math.clamp(part.limit(), 1, LARGEST_PAGE + 1));
    }
}
