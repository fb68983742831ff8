package tuanju.cycle.ordering;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProducts;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.planning.CycleViews;
import tuanju.member.MemberId;
import tuanju.order.dues.OrderStandings;
import tuanju.order.dues.OrderStandings.Standing;

/** What a leader takes orders for now, and how many cycles they brought to the end. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class CyclesOnOffer {

    private static final int MOST = 6;

    private final CycleProducts products;
    private final CyclePoints points;
    private final CycleViews views;
    private final OrderStandings standings;
    private final JdbcClient jdbc;

    /**
     * The cycles of a leader that take orders now by the database's clock and that this viewer may see, the first to close
     * first; at most 6.
     *
     * @param viewer null for who is not signed in
     */
    public List<CycleOnOffer> of(CommunityId community, MemberId leader, @Nullable MemberId viewer) {
        var open = jdbc.sql(OrderCycles.COLUMNS + "where " + OrderCycles.SEEN + """
                         and community_id = :community and leader_id = :leader
                            and status = 'OPEN' and opens <= now() and cut_off > now()
                        order by cut_off, id
                        limit :most
                        """)
                .param("community", community.value())
                .param("leader", leader.value())
                .param("viewer", viewer == null ? null : viewer.value())
                .param("most", MOST)
                .query(OrderCycles::card)
                .list();
        var ids = open.stream().map(CycleCard::id).toList();
        var read = new Read(points.of(community, ids), products.of(community, ids), standings.of(community, ids));
        return open.stream().map(it -> onOffer(it, read)).toList();
    }

    /** How many cycles this leader brought to the end here. */
    public int finished(CommunityId community, MemberId leader) {
        return jdbc.sql("select count(*) from order_cycle"
                        + " where community_id = :community and leader_id = :leader and status = 'DONE'")
                .param("community", community.value())
                .param("leader", leader.value())
                .query(Integer.class)
                .single();
    }

    private CycleOnOffer onOffer(CycleCard cycle, Read read) {
        return new CycleOnOffer(
                cycle,
                read.points().getOrDefault(cycle.id(), List.of()),
                read.products().getOrDefault(cycle.id(), List.of()),
                read.standings().getOrDefault(cycle.id(), Standing.NOTHING).orders(),
                cycle.terms().minimum() == null ? null : views.progress(cycle).minimum());
    }

    private record Read(
            Map<UUID, List<CyclePoint>> points,
            Map<UUID, List<CycleProduct>> products,
            Map<UUID, Standing> standings) {}
}
