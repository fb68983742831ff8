package tuanju.cycle.planning;

import java.sql.Types;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.audit.AuditTrail;
import tuanju.command.Invalid;
import tuanju.community.CommunityId;
import tuanju.cycle.CannotChangeCycle;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CycleMoves;
import tuanju.cycle.CycleStatus;
import tuanju.cycle.CycleTerms;
import tuanju.cycle.LeaderDiscount;
import tuanju.member.MemberId;
import tuanju.money.Percentage;
import tuanju.price.LeaderFees;

/** What leaders give off the orders of their cycles: never more than their fee of such an order pays for. */
@Component
@RequiredArgsConstructor
public class CycleDiscounts {

    private static final Percentage NO_FEE = Percentage.ofPercent(0);

    private final CycleMoves moves;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    // said by the module that pays leaders, above us; where there is none nobody gets a fee
    private final ObjectProvider<LeaderFees> fees;

    /** Refuses with Invalid what the fee of an order of just its amount does not pay for. */
    void check(CommunityId community, CycleTerms terms) {
        var discount = terms.discount();
        if (discount == null) {
            return;
        }
        var source = fees.getIfAvailable();
        var fee = source == null ? NO_FEE : source.feeNow(community);
        if (!discount.isPaidBy(fee)) {
            var most = discount.from().share(fee);
            throw new Invalid(
                    "discount",
                    "cycle-discount-above-fee",
                    most.yuan(),
                    discount.from().yuan());
        }
    }

    /**
     * Holds for orders placed from now on; null gives nothing any more. Who was shown another price is asked. Refuses with
     * CannotChangeCycle a cycle that takes no orders any more, and as check does.
     */
    @Transactional
    public void set(MemberId leader, CycleCard card, @Nullable LeaderDiscount discount) {
        var cycle = moves.lock(card.community(), card.id());
        if (cycle.status() != CycleStatus.DRAFT && !cycle.status().isTaking()) {
            throw CannotChangeCycle.takesNoOrders();
        }
        check(cycle.community(), new CycleTerms(null, null, discount));
        jdbc.sql("""
                        update order_cycle set discount_from_fen = :from, discount_off_fen = :off, version = version + 1
                        where community_id = :community and id = :cycle
                        """)
                .param("from", discount == null ? null : discount.from().fen(), Types.BIGINT)
                .param("off", discount == null ? null : discount.off().fen(), Types.BIGINT)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .update();
        audit.record(leader.value(), "cycle.discount", cycle.code().value(), discount == null ? "–" : discount.title());
        moves.changed(cycle);
    }
}
