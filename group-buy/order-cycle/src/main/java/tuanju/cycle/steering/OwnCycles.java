package tuanju.cycle.steering;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.cycle.CycleCard;
import tuanju.cycle.OrderCycles;
import tuanju.member.MemberId;
import tuanju.page.KeysetPage;

/** Every cycle a leader made, also those of years ago: a page at a time, the latest cut-off first, found by words. */
@Component
@RequiredArgsConstructor
class OwnCycles {

    static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final Leaders leaders;

    /** Of the communities they lead now, but drafts thrown away; words are found in titles, goods and pickup points. */
    KeysetPage<CycleCard> shown(MemberId leader, String words, @Nullable Code after) {
        var led =
                leaders.communitiesLedBy(leader).stream().map(CommunityCard::id).toList();
        if (led.isEmpty()) {
            return KeysetPage.of(List.of(), PAGE, words, null, CycleCard::code);
        }
        var found = jdbc.sql(OrderCycles.COLUMNS + """
                        where community_id in (:communities) and leader_id = :leader and change_cause <> 'discarded'
                            and (:after::text is null or (cut_off, id) < (select cut_off, id from order_cycle
                                where community_id in (:communities) and leader_id = :leader and code = :after))
                            and (:words = '' or strpos(lower(title), :words) > 0
                                or exists (select 1 from cycle_point p where p.community_id = order_cycle.community_id
                                    and p.cycle_id = order_cycle.id and strpos(lower(p.name), :words) > 0)
                                or exists (select 1 from cycle_product g where g.community_id = order_cycle.community_id
                                    and g.cycle_id = order_cycle.id and strpos(lower(concat_ws(' ', g.name, g.spec)), :words) > 0))
                        order by cut_off desc, id desc
                        limit :limit
                        """)
                .param("communities", led.stream().map(it -> it.value()).toList())
                .param("leader", leader.value())
                .param("after", after == null ? null : after.value())
                .param("words", words.strip().toLowerCase(Locale.ROOT))
                .param("limit", PAGE + 1)
                .query(OrderCycles::card)
                .list();
        return KeysetPage.of(found, PAGE, words, after, CycleCard::code);
    }
}
