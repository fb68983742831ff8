package tuanju.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tuanju.security.Routes.Row;
import tuanju.security.Routes.Whose;

/** What an operator reads on a page their programs read too: the pages against the routes, both from the route table. */
class OperatorTwinsTest {

    private static final String HOME = "/api/v1/operator/communities/{community}";

    private static final String TABLES = "/api/v1/operator/tables/{table}";

    /** Where the same is told that does not stand under the page's own name. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("/operate", "/api/v1/operator/dashboard"),
            Map.entry("/operate/charts", "/api/v1/operator/dashboard"),
            Map.entry("/operate/communities/{code}", HOME),
            Map.entry("/operate/teams", TABLES),
            Map.entry("/operate/refunds", TABLES),
            Map.entry("/operate/plans", TABLES),
            Map.entry("/operate/sales", TABLES),
            Map.entry("/operate/shops", TABLES),
            Map.entry("/operate/tasters", TABLES),
            Map.entry("/operate/members", TABLES),
            Map.entry("/operate/complaints", "/api/v1/complaints"),
            Map.entry("/operate/complaints/{community}/{id}", "/api/v1/complaints/{community}/{id}"),
            Map.entry("/operate/variants", TABLES),
            Map.entry("/operate/leaders/{community}/{member}", HOME + "/leaders/{member}"),
            Map.entry("/operate/leaders/{community}/{member}/scorecard", HOME + "/leaders/{member}/scorecard"),
            Map.entry("/operate/commission-rules", "/api/v1/commission-rules"),
            Map.entry("/operate/money", "/api/v1/operator/books"),
            Map.entry("/operate/offers", HOME + "/team-offers"),
            Map.entry("/operate/offers/{offer}", "/api/v1/operator/team-offers/{offer}"),
            Map.entry("/operate/operators", "/api/v1/operators"),
            Map.entry("/operate/orders/{community}/{id}", "/api/v1/operator/orders/{code}"),
            Map.entry("/operate/payouts", "/api/v1/payout-batches"),
            Map.entry("/operate/payouts/{id}", "/api/v1/payout-batches/{id}"),
            Map.entry("/operate/products", HOME + "/products"),
            Map.entry("/operate/products/{community}/{id}", HOME + "/products/{product}"),
            Map.entry("/operate/program/kinds/{kind}", "/api/v1/operator/stuck-events/{kind}"),
            Map.entry("/operate/program/now", "/api/v1/operator/program"),
            Map.entry("/operate/second-words", "/api/v1/second-words"));

    /** Pages without a twin, and why. */
    private static final Map<String, String> PAGES_ONLY = Map.ofEntries(
            Map.entry("/operate/reports.{ending:csv|xlsx}", "the rows of /api/v1/operator/reports as a file"),
            Map.entry("/operate/teams.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/teams as a file"),
            Map.entry("/operate/plans.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/plans as a file"),
            Map.entry("/operate/shops.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/shops as a file"),
            Map.entry("/operate/tasters.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/tasters as a file"),
            Map.entry("/operate/tasters/new", "an empty form"),
            Map.entry("/operate/sales.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/sales as a file"),
            Map.entry("/operate/plans/new", "a form"),
            Map.entry("/operate/refunds.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/refunds as a file"),
            Map.entry("/operate/members.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/members as a file"),
            Map.entry("/operate/audit.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/audit as a file"),
            Map.entry(
                    "/operate/complaints.{ending:csv|xlsx}",
                    "the rows of /api/v1/operator/tables/complaints as a file"),
            Map.entry(
                    "/operate/exceptions.{ending:csv|xlsx}",
                    "the rows of /api/v1/operator/tables/exceptions as a file"),
            Map.entry(
                    "/operate/communities.{ending:csv|xlsx}",
                    "the rows of /api/v1/operator/tables/communities as a file"),
            Map.entry("/operate/leaders.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/leaders as a file"),
            Map.entry("/operate/offers.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/offers as a file"),
            Map.entry("/operate/products.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/products as a file"),
            Map.entry("/operate/variants.{ending:csv|xlsx}", "the rows of /api/v1/operator/tables/variants as a file"),
            Map.entry(
                    "/operate/variants/sheets", "a form, and what POST /api/v1/operator/variant-sheets/previews says"),
            Map.entry("/operate/acts", "asks before POST /api/v1/operator/acts does it"),
            Map.entry("/operate/communities/new", "an empty form"),
            Map.entry("/operate/offers/new", "an empty form"),
            Map.entry("/operate/member-days/new", "a form, and what POST /api/v1/operator/member-days/previews says"),
            Map.entry("/operate/coupons/new", "a form, and what POST /api/v1/coupon-campaigns/previews says"),
            Map.entry("/operate/products/{community}/new", "an empty form"),
            Map.entry("/operate/commissions.{ending:csv|xlsx}", "the rows of /api/v1/operator/commissions as a file"),
            Map.entry("/operate/cycles.{ending:csv|xlsx}", "the rows of /api/v1/operator/cycles as a file"),
            Map.entry(
                    "/operate/payouts/{id}/file.{ending:csv|xlsx}",
                    "what waits of /api/v1/payout-batches/{id} as a file for the bank"),
            Map.entry("/operate/orders.{ending:csv|xlsx}", "the rows of /api/v1/operator/orders as a file"),
            Map.entry("/me/second-factor", "set up where its code is shown"),
            Map.entry("/operate/tables/{table}.csv", "a part of /api/v1/operator/dashboard as a file"));

    @Test
    @DisplayName("every page an operator reads has a twin over REST, or is on the short list that says why not")
    void everyPageHasATwin() {
        var told = paths(true);
        var pages = paths(false);
        var alone = pages.stream()
                .filter(it -> !PAGES_ONLY.containsKey(it))
                .filter(it -> !told.contains(twin(it)))
                .toList();
        assertThat(alone).as("pages without a twin").isEmpty();
        assertThat(pages)
                .as("written here, but no pages")
                .containsAll(PAGES_ONLY.keySet())
                .containsAll(ELSEWHERE.keySet());
        assertThat(ELSEWHERE.entrySet())
                .as("written here, though it goes without saying")
                .noneMatch(it -> it.getValue().equals(byName(it.getKey())));
    }

    private static String twin(String page) {
        return ELSEWHERE.getOrDefault(page, byName(page));
    }

    private static String byName(String page) {
        return page.replaceFirst("^/operate", "/api/v1/operator");
    }

    /** Of everything an operator reads; complaints and second words ask themselves who reads them. */
    private static Set<String> paths(boolean api) {
        return Routes.table().stream()
                .filter(it -> it.method().equals("GET") && it.isApi() == api)
                .filter(it -> it.whose() == Whose.OPERATOR)
                .map(Row::pattern)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
