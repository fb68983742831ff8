package tuanju.operator;

import java.util.List;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.command.Invalid;
import tuanju.command.NotFound;
import tuanju.command.Plain;
import tuanju.member.MemberId;
import tuanju.member.SignedIn;
import tuanju.table.SavedViews;
import tuanju.table.SavedViews.SavedView;

/** The looks at long tables that each operator keeps for themselves, by name. */
@Component
@RequiredArgsConstructor
class KeptViews implements SavedViews {

    /** As many views of one table one operator keeps. */
    private static final int MOST = 20;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_QUERY = 2000;
    private static final Pattern PAGE = Pattern.compile("(?=.{1,100}$)/operate(/[a-z-]+)+");

    private final JdbcClient jdbc;

    @Override
    public List<SavedView> of(String page) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn me ? of(me.member(), page) : List.of();
    }

    /** Those of one page, or of all where it is empty. */
    List<SavedView> of(MemberId member, String page) {
        return jdbc.sql("""
                        select page, name, query from saved_view
                        where member_id = :member and (:page = '' or page = :page) order by page, name
                        """)
                .param("member", member.value())
                .param("page", page)
                .query((row, number) ->
                        new SavedView(row.getString("page"), row.getString("name"), row.getString("query")))
                .list();
    }

    /**
     * Keeps a look under a name; one of the same name and page gives way to it. Refuses with Invalid what is no operator's page, no
     * name or no query, and one more than anybody keeps.
     */
    @Transactional
    public SavedView keep(MemberId member, String page, String name, String query) {
        var view = new SavedView(page(page), name(name), query(query));
        int kept = jdbc.sql("""
                        insert into saved_view (member_id, page, name, query)
                        select :member, :page, :name, :query
                        where (select count(*) from saved_view where member_id = :member and page = :page and name <> :name) < :most
                        on conflict (member_id, page, name) do update set query = excluded.query, saved_at = now()
                        """)
                .param("member", member.value())
                .param("page", view.page())
                .param("name", view.name())
                .param("query", view.query())
                .param("most", MOST)
                .update();
        if (kept == 0) {
            throw new Invalid("name", "views-enough", MOST);
        }
        return view;
    }

    /** Answers what it was, so that it can be kept again. Refuses with NotFound one that is not there. */
    @Transactional
    public SavedView remove(MemberId member, String page, String name) {
        return jdbc.sql(
                        "delete from saved_view where member_id = ? and page = ? and name = ? returning page, name, query")
                .params(member.value(), page(page), name(name))
                .query((row, number) ->
                        new SavedView(row.getString("page"), row.getString("name"), row.getString("query")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static String page(String page) {
        if (!PAGE.matcher(page).matches()) {
            throw new Invalid("page", "view-page");
        }
        return page;
    }

    private static String name(String name) {
        var plain = Plain.legible(Plain.text("name", name)).strip();
        if (plain.isEmpty()) {
            throw new Invalid("name", "field-missing");
        }
        if (plain.length() > LONGEST_NAME) {
            throw new Invalid("name", "text-too-long", LONGEST_NAME);
        }
        return plain;
    }

    private static String query(String query) {
        var plain = Plain.text("query", query).strip();
        if (plain.length() > LONGEST_QUERY) {
            throw new Invalid("query", "text-too-long", LONGEST_QUERY);
        }
        if (!plain.matches("[!-~&&[^#<>\"]]*")) {
            throw new Invalid("query", "text-unusable");
        }
        return plain;
    }
}
