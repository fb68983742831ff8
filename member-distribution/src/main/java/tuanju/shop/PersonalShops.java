package tuanju.shop;

import java.util.List;
import org.springframework.stereotype.Component;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member's shops say; with their account nobody finds them any more. */
@Component
class PersonalShops implements PersonalData {

    @Override
    public String called() {
        return "shop";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("member_shop_wish").copied("""
                    select case when w.member_id = :member then w.words end as words, w.asked_at, case when s.owner_id = :member then w.answer end as own_answer
                    from member_shop_wish w join member_shop s using (community_id)
                    where s.id = w.shop_id and (w.member_id = :member or s.owner_id = :member and w.answer is not null)
                    order by w.asked_at
                    """).forgotten("""
                        with asked as (delete from member_shop_wish where member_id = :member)
                        update member_shop_wish w set answer = '—' from member_shop s
                        where s.community_id = w.community_id and s.id = w.shop_id and s.owner_id = :member
                            and w.member_id <> :member and w.answer <> '—'
                        """),
                PersonalTable.of("member_shop_goods").copied("""
                    select s.code as shop, g.kind, g.code, g.place, g.words, g.placed_at
                    from member_shop_goods g join member_shop s using (community_id)
                    where s.id = g.shop_id and s.owner_id = :member order by s.code, g.place
                    """).forgotten("""
                        delete from member_shop_goods g using member_shop s
                        where s.community_id = g.community_id and s.id = g.shop_id and s.owner_id = :member
                        """),
                PersonalTable.of("member_shop")
                        .copied("""
                            select code, title, introduction, open, hidden_reason, opened_at from member_shop where owner_id = :member
                            """)
                        .forgotten("""
                            update member_shop set title = '—', introduction = '', cover = null, open = false
                            where owner_id = :member and (open or title <> '—' or introduction <> '' or cover is not null)
                            """)
                        .kept("the address of a page that is there no more"));
    }
}
