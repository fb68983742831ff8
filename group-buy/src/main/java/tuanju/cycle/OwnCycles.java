package tuanju.cycle;

import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.Code;
import tuanju.community.CommunityCard;
import tuanju.community.Leaders;
import tuanju.member.MemberId;

/** Every cycle a leader made, also those of years ago: a page at a time, the latest cut-off first, found by words. */
@Component
@RequiredArgsConstructor
class OwnCycles {

    private final JdbcClient jdbc;
    private final Leaders leaders;

    /**
     * One page of them.
     *
     * @param words what was looked for; empty for all
     * @param after after which cycle this page begins; null on the first one
     * @param next after which cycle the next page begins; null on the last one
     */
    record Page(
            String words,
            List<CycleCard> shown,
            @Nullable Code after,
            @Nullable Code next) {

        static final int SIZE = 30;

        static Page of(List<CycleCard> found, String words, @Nullable Code after) {
            var shown = List.copyOf(found.subList(0, Math.min(SIZE, found.size())));
            return new Page(
                    words, shown, after, found.size() > SIZE ? shown.getLast().code() : null);
        }

        /** Whether there is anything to look through that this page does not show at once. */
        public boolean isLong() {
            return next != null || after != null || !words.isBlank();
        }
    }

    /** Of the communities they lead now, but drafts thrown away; words are found in titles, goods and pickup points. */
    Page shown(MemberId leader, String words, @Nullable Code after) {
        var led =
                leaders.communitiesLedBy(leader).stream().map(CommunityCard::id).toList();
        if (led.isEmpty()) {
            return Page.of(List.of(), words, null);
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
                .param("limit", Page.SIZE + 1)
                .query(OrderCycles::card)
                .list();
        return Page.of(found, words, after);
    }
}
