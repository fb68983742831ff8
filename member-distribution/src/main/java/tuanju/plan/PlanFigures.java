package tuanju.plan;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.money.Money;

/** What a plan brought, for who made it. */
@Component
@RequiredArgsConstructor
class PlanFigures {

    /** Beside each plan of a statement that calls it p. */
    static final String COLUMNS = """
        (select count(*) from plan_subscription s where s.community_id = p.community_id and s.plan_id = p.id
            and s.status = 'RUNNING')::int as running,
        (select count(*) from plan_subscription s where s.community_id = p.community_id and s.plan_id = p.id
            and s.paid_at is not null)::int as taken,
        (select coalesce(sum(s.price_fen), 0) from plan_subscription s
            where s.community_id = p.community_id and s.plan_id = p.id and s.paid_at is not null)::bigint as paid_fen,
        (select coalesce(sum(s.refund_fen), 0) from plan_subscription s
            where s.community_id = p.community_id and s.plan_id = p.id)::bigint as returned_fen
        """;

    private final JdbcClient jdbc;

    /**
     * So far.
     *
     * @param running how many have it now
     * @param taken how often it was paid
     */
    record Figures(int running, int taken, Money paid, Money returned) {}

    @Transactional(readOnly = true)
    public Figures of(Plan plan) {
        return jdbc.sql("select " + COLUMNS + " from plan p where p.community_id = :community and p.id = :id")
                .param("community", plan.community().value())
                .param("id", plan.id())
                .query((row, number) -> new Figures(
                        row.getInt("running"),
                        row.getInt("taken"),
                        Money.ofFen(row.getLong("paid_fen")),
                        Money.ofFen(row.getLong("returned_fen"))))
                .single();
    }
}
