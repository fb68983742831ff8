package tuanju.wallet;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** A member's credit; it is paid back before their account is closed, and the books about it stay. */
@Component
@RequiredArgsConstructor
class PersonalWallet implements PersonalData {

    private static final String BOOKS = "the books: three years; names its owner by an id alone";

    private final JdbcClient jdbc;

    @Override
    public String called() {
        return "wallet";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("wallet").copied("""
                        select keeps_differences from wallet where member_id = :member
                        """).forgotten("""
                        update wallet set keeps_differences = false where member_id = :member and keeps_differences
                        """).kept(BOOKS),
                PersonalTable.of("wallet_wish")
                        .copied("""
                        select order_id, keeps, wished_at from wallet_wish where member_id = :member
                        """)
                        .forgotten("""
                        update wallet_wish set keeps = false where member_id = :member and keeps
                        """)
                        .kept("a trade record: three years (E-Commerce Law, Art. 31); names its buyer by an id alone"),
                PersonalTable.of("wallet_lot").copied("""
                        select l.order_id, l.provider, l.amount_fen, l.left_fen, l.kept_at
                        from wallet_lot l join wallet w using (community_id) where w.id = l.wallet_id and w.member_id = :member
                        """).kept(BOOKS),
                PersonalTable.of("wallet_entry").copied("""
                        select e.kind, e.order_id, e.fen, e.at
                        from wallet_entry e join wallet w using (community_id) where w.id = e.wallet_id and w.member_id = :member
                        """).kept(BOOKS),
                PersonalTable.of("wallet_hold").copied("""
                        select h.order_id, h.amount_fen, h.state, h.changed_at
                        from wallet_hold h join wallet w using (community_id) where w.id = h.wallet_id and w.member_id = :member
                        """).kept(BOOKS),
                PersonalTable.of("wallet_hold_lot").kept(BOOKS),
                PersonalTable.of("wallet_payout").copied("""
                        select p.amount_fen, p.asked_at
                        from wallet_payout p join wallet w using (community_id)
                        where w.id = p.wallet_id and w.member_id = :member
                        """).kept(BOOKS));
    }

    @Override
    public List<String> unfinished(MemberId member) {
        boolean hasCredit = jdbc.sql("""
                        select exists (select from wallet_lot l join wallet w using (community_id)
                            where w.id = l.wallet_id and w.member_id = :member and l.left_fen > 0)
                        """)
                .param("member", member.value())
                .query(Boolean.class)
                .single();
        return hasCredit ? List.of("wallet.closing.credit") : List.of();
    }
}
