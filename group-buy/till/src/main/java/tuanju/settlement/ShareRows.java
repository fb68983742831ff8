package tuanju.settlement;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.ledger.Account;
import tuanju.money.Money;

/** The rows of shares; the table computes each, as {@link Share} does. */
@Component
@RequiredArgsConstructor
class ShareRows {

    private final JdbcClient jdbc;

    /** A share that became less, of whose account. */
    record Less(Account account, Money by) {}

    void insert(Settlement settlement) {
        settlement
                .shares()
                .forEach(share -> jdbc.sql("""
                        insert into settlement_share (community_id, order_id, kind, member_id, basis_points, base_fen,
                            paid_fen, kept_fen)
                        values (:community, :order, :kind, :member, :points, :base, :paid, :kept)
                        """)
                        .param("community", settlement.community().value())
                        .param("order", settlement.order())
                        .param("kind", share.kind().name())
                        .param("member", share.member().value())
                        .param("points", share.share().basisPoints())
                        .param("base", share.base().fen())
                        .param("paid", share.paid().fen())
                        .param("kept", settlement.kept().fen())
                        .update());
    }

    /** This much of the order is kept from now on, in one statement; answers what its shares lose by it. */
    List<Less> keep(Settlement after) {
        return jdbc.sql("""
                        with kept as (
                            update settlement set kept_fen = :kept where community_id = :community and order_id = :order)
                        update settlement_share set kept_fen = :kept where community_id = :community and order_id = :order
                        returning kind, member_id, old.fen - new.fen as less
                        """)
                .param("kept", after.kept().fen())
                .param("community", after.community().value())
                .param("order", after.order())
                .query((row, number) -> new Less(
                        new Account(
                                Account.Kind.valueOf(row.getString("kind")), row.getObject("member_id", UUID.class)),
                        Money.ofFen(row.getLong("less"))))
                .list();
    }
}
