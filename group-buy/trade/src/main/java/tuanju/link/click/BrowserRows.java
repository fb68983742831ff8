package tuanju.link.click;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;

/** Browsers in the database, by a hash: with whose account each was seen, and which links it opened today. */
@Component
@RequiredArgsConstructor
class BrowserRows {

    private final JdbcClient jdbc;

    /** Written once a day, so that a busy browser costs a look and nothing more. */
    void seen(Browser browser, MemberId member) {
        jdbc.sql("""
            insert into known_browser as k (browser, member_id) values (:browser, :member)
            on conflict (browser, member_id) do update set seen_at = now() where k.seen_at < now() - interval '1 day'
            """)
                .param("browser", browser.hash())
                .param("member", member.value())
                .update();
    }

    void forget(Browser browser, MemberId member) {
        jdbc.sql("delete from known_browser where browser = :browser and member_id = :member")
                .param("browser", browser.hash())
                .param("member", member.value())
                .update();
    }

    /** Whether one browser was seen with both accounts within 90 days. */
    boolean isShared(MemberId one, MemberId other) {
        return jdbc.sql("""
            select exists (
                select from known_browser a join known_browser b on b.browser = a.browser and b.member_id = :other
                where a.member_id = :one and least(a.seen_at, b.seen_at) > now() - interval '90 days')
            """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    /** Once for this browser and day, and never where it was seen with the account of who shares the link. */
    void clicked(CommunityId community, String link, Browser browser) {
        jdbc.sql("""
            with fresh as (
                insert into link_clicked (community_id, link_id, browser, day)
                select l.community_id, l.id, :browser, (now() at time zone 'Asia/Shanghai')::date from shared_link l
                where l.community_id = :community and l.code = :code and not exists (
                    select from known_browser k where k.browser = :browser and k.member_id = l.sharer_id)
                on conflict do nothing
                returning community_id, link_id)
            insert into link_clicks as c (community_id, link_id, clicks) select community_id, link_id, 1 from fresh
            on conflict (community_id, link_id) do update set clicks = c.clicks + 1
            """)
                .param("community", community.value())
                .param("code", link)
                .param("browser", browser.hash())
                .update();
    }

    void clicked(CommunityId community, String link) {
        jdbc.sql("""
            insert into link_clicks as c (community_id, link_id, clicks)
            select community_id, id, 1 from shared_link where community_id = :community and code = :code
            on conflict (community_id, link_id) do update set clicks = c.clicks + 1
            """).param("community", community.value()).param("code", link).update();
    }

    /** What is not needed any more is gone. */
    void sweep() {
        jdbc.sql("delete from link_clicked where day < (now() at time zone 'Asia/Shanghai')::date - 1")
                .update();
        jdbc.sql("delete from known_browser where seen_at < now() - interval '90 days'")
                .update();
    }
}
