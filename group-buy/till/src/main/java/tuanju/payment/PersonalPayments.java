package tuanju.payment;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.member.MemberId;
import tuanju.member.PersonalData;
import tuanju.member.PersonalTable;

/** What a member paid and got back; it stays, as books do. */
@Component
@RequiredArgsConstructor
class PersonalPayments implements PersonalData {

    private final JdbcClient database;

    @Override
    public String called() {
        return "payment";
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of("payment").copied("""
                                select code, provider, title, amount_fen, captured_fen, refunded_fen, status, opened_at
                                from payment where payer_id = :member order by opened_at
                                """).kept("the books: three years; name the payer by an id alone"),
                PersonalTable.of("refund").copied("""
                                select p.code as payment, r.code, r.provider, r.amount_fen, r.reason, r.status
                                from refund r join payment p using (community_id) where p.id = r.payment_id and p.payer_id = :member
                                """).kept("the books: three years"),
                PersonalTable.of("payment_transfer").copied("""
                                select code, provider, payee_at_provider, title, amount_fen, status, requested_at, ended_at
                                from payment_transfer where payee_id = :member order by requested_at
                                """).kept("the books: three years"),
                PersonalTable.of("payer_account")
                        .copied("select provider, paid_at from payer_account where member_id = :member")
                        .forgotten("delete from payer_account where member_id = :member"));
    }

    @Override
    public List<String> unfinished(MemberId member) {
        return database.sql("""
                        select 'payment.closing.refund' where exists (
                            select from refund r join payment p on p.community_id = r.community_id and p.id = r.payment_id
                            where p.payer_id = :member and r.status <> 'DONE')
                        union all
                        select 'payment.closing.transfer' where exists (
                            select from payment_transfer where payee_id = :member and ended_at is null)
                        """)
                .param("member", member.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
