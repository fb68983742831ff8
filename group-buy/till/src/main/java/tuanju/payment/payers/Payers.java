package tuanju.payment.payers;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.member.MemberId;

/** By which accounts at providers members pay, as far as a provider tells. */
@Component
@RequiredArgsConstructor
public class Payers {

    private final JdbcClient jdbc;

    /** Whether both paid by one account at one provider within 90 days. */
    @Transactional(readOnly = true)
    public boolean areOne(MemberId one, MemberId other) {
        return jdbc.sql("""
                        select exists (
                            select from payer_account a
                            join payer_account b on b.provider = a.provider and b.account = a.account and b.member_id = :other
                            where a.member_id = :one and least(a.paid_at, b.paid_at) > now() - interval '90 days')
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .single();
    }

    /** What is older is not needed. */
    public void sweep() {
        jdbc.sql("delete from payer_account where paid_at < now() - interval '90 days'")
                .update();
    }
}
