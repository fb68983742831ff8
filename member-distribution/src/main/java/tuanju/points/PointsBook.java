package tuanju.points;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.database.Ids;
import tuanju.ledger.Account;
import tuanju.ledger.Ledger;
import tuanju.ledger.Source;
import tuanju.ledger.Transfer;
import tuanju.money.Money;

/** Writes down what moved, for its owner and in the community's books; called last, for those accounts are busy. */
@Component
@RequiredArgsConstructor
class PointsBook {

    private final JdbcClient jdbc;
    private final Ledger ledger;

    /** All that moved in one act. What came is promised, and what left is promised no more: a fen for a point. */
    void write(Owner owner, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var first = Ids.next();
        insert(owner, first, entries);
        int more = entries.stream().mapToInt(Entry::points).sum();
        var promised =
                new Account(Account.Kind.POINTS_LIABILITY, owner.community().value());
        var cost = new Account(Account.Kind.POINTS_COST, owner.community().value());
        var source = new Source("points", first, "moved");
        if (more > 0) {
            ledger.post(new Transfer(source, cost, promised, Money.ofFen(more)));
        } else if (more < 0) {
            ledger.post(new Transfer(source, promised, cost, Money.ofFen(-more)));
        }
    }

    private void insert(Owner owner, UUID first, List<Entry> entries) {
        var ids = entries.stream().map(it -> Ids.next()).toArray(UUID[]::new);
        ids[0] = first;
        jdbc.sql("""
            insert into points_entry (community_id, id, member_id, kind, lot_id, points, debt, order_id)
            select :community, e.id, :member, e.kind, e.lot, e.points, e.debt, e.of_order
            from unnest(:ids::uuid[], :kinds::text[], :lots::uuid[], :points::int[], :debts::int[], :orders::uuid[])
                as e (id, kind, lot, points, debt, of_order)
            """)
                .param("community", owner.community().value())
                .param("member", owner.member().value())
                .param("ids", ids)
                .param("kinds", entries.stream().map(it -> it.kind().name()).toArray(String[]::new))
                .param("lots", entries.stream().map(Entry::lot).toArray(UUID[]::new))
                .param("points", entries.stream().map(Entry::points).toArray(Integer[]::new))
                .param("debts", entries.stream().map(Entry::debt).toArray(Integer[]::new))
                .param("orders", entries.stream().map(Entry::order).toArray(UUID[]::new))
                .update();
    }
}
