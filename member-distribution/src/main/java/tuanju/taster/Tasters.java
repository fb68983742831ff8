package tuanju.taster;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Code;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Finds tasters, and says who they are. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
class Tasters {

    private final TasterRows rows;
    private final Communities communities;
    private final Members members;
    private final TastersBelong belonging;

    /** One with where and who. */
    record View(Taster taster, CommunityCard community, MemberCard who) {}

    /** Also one whose time is over: what they found stays. Refuses with NotFound. */
    public Taster any(Code code) {
        return rows.find(code).orElseThrow(NotFound::new);
    }

    /** Refuses with NotFound what is not theirs. */
    public Taster own(MemberId me, Code code) {
        return rows.find(code)
                .filter(it -> it.member().equals(me) && (!it.isActive() || belonging.is(it)))
                .orElseThrow(NotFound::new);
    }

    public List<View> of(MemberId member) {
        return rows.of(member).stream().map(this::view).toList();
    }

    public List<View> in(CommunityId community) {
        return views(rows.in(community).stream().filter(belonging::is).toList());
    }

    public View view(Taster taster) {
        return new View(taster, communities.get(taster.community()), members.card(taster.member()));
    }

    private List<View> views(List<Taster> tasters) {
        var people =
                members.cards(tasters.stream().map(Taster::member).distinct().toList());
        return tasters.stream()
                .flatMap(it -> Stream.ofNullable(people.get(it.member()))
                        .map(who -> new View(it, communities.get(it.community()), who)))
                .toList();
    }
}
