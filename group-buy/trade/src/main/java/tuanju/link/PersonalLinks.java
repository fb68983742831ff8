package tuanju.link;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** Links a member handed on, those their orders came by, and when their browsers were seen. */
@Component
class PersonalLinks implements PersonalData {

    @Override
    public String called() {
        return "link";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("shared_link")
                        .copied("""
                                select code, target_kind, target_code, channel, made_at, withdrawn_at
                                from shared_link where sharer_id = :member
                                """)
                        .forgotten("""
                                update shared_link set channel = '', withdrawn_at = coalesce(withdrawn_at, now())
                                where sharer_id = :member and (channel <> '' or withdrawn_at is null)
                                """)
                        .kept("which orders came by it; names its sharer by an id alone"),
                PersonalTable.of("attribution")
                        .copied("""
                                select l.code as link, a.at
                                from attribution a join shared_link l using (community_id)
                                where l.id = a.link_id and a.buyer_id = :member
                                """)
                        .kept("a trade record: three years (E-Commerce Law, Art. 31); names its buyer by an id alone"),
                PersonalTable.of("known_browser")
                        .copied("select seen_at as browser_seen_at from known_browser where member_id = :member")
                        .forgotten("delete from known_browser where member_id = :member"));
    }
}
