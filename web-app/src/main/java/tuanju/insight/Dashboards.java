package tuanju.insight;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads figures and rankings of one scope in one snapshot, so that they agree with each other. */
@Component
@RequiredArgsConstructor
class Dashboards {

    static final int BEST = 10;
    static final int ALL = 10_000;

    private final SalesFigures figures;
    private final Rankings rankings;
    private final JdbcClient database;

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Dashboard of(Scope scope) {
        return new Dashboard(
                figures.of(scope),
                rankings.products(scope, BEST),
                rankings.leaders(scope, BEST),
                rankings.communities(scope, BEST),
                began());
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Charts charts(Scope scope) {
        return Charts.of(figures.of(scope), rankings.products(scope, BEST));
    }

    Sales sales(Scope scope) {
        return figures.of(scope);
    }

    Ranking ranking(String of, Scope scope, int limit) {
        return switch (of) {
            case "products" -> rankings.products(scope, limit);
            case "leaders" -> rankings.leaders(scope, limit);
            default -> rankings.communities(scope, limit);
        };
    }

    /** Whether the demo's past is among the sales. */
    boolean hasInvented() {
        return database.sql("select exists (select from sale_fact where invented)")
                .query(Boolean.class)
                .single();
    }

    private boolean began() {
        return database.sql("select exists (select from sale_fact) or exists (select from import_fact)")
                .query(Boolean.class)
                .single();
    }
}
