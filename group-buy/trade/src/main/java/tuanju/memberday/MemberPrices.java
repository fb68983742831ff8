package tuanju.memberday;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.member.MemberId;
import tuanju.money.Money;

/** What goods cost a member at this moment, for pages that read them otherwise than by a statement of their own. */
@Component
@RequiredArgsConstructor
public class MemberPrices {

    private final JdbcClient jdbc;

    /** Of goods that are bought alone, in nobody's cycle; the usual price where no member day of theirs runs. */
    @Transactional(readOnly = true)
    public Money alone(CommunityId community, MemberId viewer, UUID sku, Money usual) {
        return jdbc.sql("select member_price(:community, :viewer, null, :sku, :usual)")
                .param("community", community.value())
                .param("viewer", viewer.value())
                .param("sku", sku)
                .param("usual", usual.fen())
                .query((row, number) -> Money.ofFen(row.getLong(1)))
                .single();
    }
}
