package tuanju.teambuy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;

/** Who sits in which team, masked for strangers; two queries, however many teams. */
@Component
@RequiredArgsConstructor
class Faces {

    private final JdbcClient jdbc;
    private final Members members;

    private record Sitting(TeamId team, MemberId member, boolean paid, boolean opener) {}

    /** The faces in each team, in the order they came. */
    Map<TeamId, List<Face>> of(CommunityId community, Collection<TeamId> teams) {
        if (teams.isEmpty()) {
            return Map.of();
        }
        var sitting = sitting(community, teams);
        var cards =
                members.cards(sitting.stream().map(Sitting::member).distinct().toList());
        var faces = new HashMap<TeamId, List<Face>>();
        for (var seat : sitting) {
            var face = new Face(masked(seat.member(), cards.get(seat.member())), seat.paid(), seat.opener());
            faces.computeIfAbsent(seat.team(), team -> new ArrayList<>()).add(face);
        }
        return faces;
    }

    private List<Sitting> sitting(CommunityId community, Collection<TeamId> teams) {
        return jdbc.sql("""
            select s.team_id, s.member_id, s.status = 'PAID' as paid, s.member_id = t.opener_id as opener
            from seat s join team t on t.community_id = s.community_id and t.id = s.team_id
            where s.community_id = :community and s.team_id in (:teams) and s.status in ('HELD', 'PAID')
            order by s.taken_at, s.id
            """)
                .param("community", community.value())
                .param("teams", teams.stream().map(TeamId::value).toList())
                .query((row, number) -> new Sitting(
                        new TeamId(row.getObject("team_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getBoolean("paid"),
                        row.getBoolean("opener")))
                .list();
    }

    /** Strangers see the public name and no phone; someone who closed their account stays as a seat without a name. */
    private static MemberCard masked(MemberId member, @Nullable MemberCard card) {
        return card == null
                ? new MemberCard(member, "＊", "＊", "", 0)
                : new MemberCard(member, card.publicName(), card.publicName(), "", card.hue());
    }
}
