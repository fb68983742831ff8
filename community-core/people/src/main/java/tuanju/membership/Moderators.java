package tuanju.membership;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.NotFound;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.member.Phone;

/** Who decides in a community about what is reported there; operators appoint and dismiss them. */
@Component
@RequiredArgsConstructor
@Transactional
class Moderators {

    private final JdbcClient jdbc;
    private final Belonging belonging;
    private final Communities communities;
    private final Members members;

    /** Somebody who moderates, and since when. */
    record Moderator(MemberCard card, Instant since) {}

    /** Refuses with NotFound. */
    CommunityCard here(String shortCode) {
        return communities.find(shortCode).orElseThrow(NotFound::new);
    }

    /** Refuses with Invalid no phone, with NotFound nobody's. */
    MemberId withPhone(String phone) {
        return members.withPhone(Phone.of(phone)).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    List<Moderator> of(CommunityCard here) {
        record Row(MemberId member, Instant since) {}
        var rows = jdbc.sql("""
                        select member_id, changed_at from membership
                        where community_id = :community and role = 'MODERATOR' order by changed_at
                        """)
                .param("community", here.id().value())
                .query((row, number) -> new Row(
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getObject("changed_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list();
        var cards = members.cards(rows.stream().map(Row::member).toList());
        return rows.stream()
                .filter(it -> cards.containsKey(it.member()))
                .map(it -> new Moderator(Objects.requireNonNull(cards.get(it.member())), it.since()))
                .toList();
    }

    /** Twice is once. Refuses with NotFound who does not belong there, with CannotBelong who has another role there. */
    void appoint(String community, MemberId member, MemberId by) {
        members.needProven(member);
        belonging.moderate(new Belonging.About(here(community).id(), member, by), true);
    }

    /** Twice is once. Refuses with NotFound who does not belong there. */
    void dismiss(String community, MemberId member, MemberId by) {
        belonging.moderate(new Belonging.About(here(community).id(), member, by), false);
    }
}
