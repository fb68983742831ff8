package tuanju.insight;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators over REST: their first page, how business is and what needs somebody, all of one moment. */
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/operator/dashboard")
class DashboardResources {

    private final Dashboards dashboards;
    private final Scopes scopes;
    private final Alarms alarms;
    private final MessageSource messages;

    /**
     * The dashboard.
     *
     * @param began whether anything was ever sold here
     * @param alarms what needs somebody, the gravest first
     */
    record Dashboard(
            SalesAnswer sales, boolean began, Best products, Best leaders, Best communities, List<Alarm> alarms) {}

    /**
     * Who or what sold most.
     *
     * @param items at most ten, in order
     * @param others all that are not among them, so that it adds up
     * @param count how many sold anything
     */
    record Best(List<Sold> items, Sold others, int count) {

        private static Best of(Ranking it) {
            return new Best(it.rows().stream().map(Sold::of).toList(), Sold.of(it.others()), it.count());
        }
    }

    /** What one of them sold; an order with two products would count twice, so products have none. */
    record Sold(String name, long orders, long pieces, long fen, long previousFen) {

        private static Sold of(Ranking.Row it) {
            return new Sold(it.name(), it.orders(), it.pieces(), it.fen(), it.previousFen());
        }
    }

    /**
     * What needs somebody, in the reader's language.
     *
     * @param page where it is put right
     * @param grave whether money or trust is at stake now
     * @param since when the oldest of them began; null where that is not known
     */
    record Alarm(
            String says,
            String page,
            boolean grave,
            @Nullable Instant since) {}

    /** Of a ready-made period ("today", "7d", "30d", "month") or of days of one's own; the last seven days unasked. */
    @GetMapping
    Dashboard dashboard(Asked asked) {
        var scope = scopes.of(asked);
        var dashboard = dashboards.of(scope);
        return new Dashboard(
                SalesAnswer.of(dashboard.sales()),
                dashboard.began(),
                Best.of(dashboard.products()),
                Best.of(dashboard.leaders()),
                Best.of(dashboard.communities()),
                alarms.of(dashboard.sales(), Behind.of(scope, asked)).stream()
                        .map(this::said)
                        .toList());
    }

    private Alarm said(tuanju.insight.Alarm it) {
        var sentence = messages.getMessage(it.sentence(), new Object[] {it.number()}, LocaleContextHolder.getLocale());
        return new Alarm(sentence, it.next(), it.grave(), it.since());
    }
}
