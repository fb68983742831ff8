package tuanju.link;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** What the links to a page brought, for whoever answers for that page; what they earn is between who shares and us. */
@Component
@RequiredArgsConstructor
public class PageLinks {

    private static final int MOST = 20;

    private final LinkRows links;
    private final Attributions attributions;
    private final Members members;

    /** To any of these pages, those that brought most first; at most 20, in as many queries however many they are. */
    @Transactional(readOnly = true)
    public List<Brought> to(CommunityId community, Collection<Code> pages, MemberId reader) {
        var found = attributions.sums(links.to(community, pages, MOST));
        var sharers = members.cards(
                found.stream().map(it -> it.link().sharer()).distinct().toList());
        return found.stream().map(it -> brought(it, sharers, reader)).toList();
    }

    private static Brought brought(LinkSums sums, Map<MemberId, MemberCard> sharers, MemberId reader) {
        var link = sums.link();
        var sharer = sharers.get(link.sharer());
        return new Brought(
                link.code(),
                link.target().kind(),
                sharer == null ? "" : sharer.publicName(),
                link.sharer().equals(reader),
                sums.clicks(),
                sums.orders(),
                sums.paid(),
                sums.sum());
    }
}
