package tuanju.order.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tuanju.audit.AuditEntry;
import tuanju.audit.AuditTrail;
import tuanju.community.CommunityCard;
import tuanju.community.CommunityId;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.order.OrderKind;
import tuanju.order.book.OrderSheet;

/** What operators did about an order, and where else they go from its file. */
@Component
@RequiredArgsConstructor
class OrderActs {

    private static final int MOST = 30;

    private final AuditTrail trail;
    private final Members members;
    private final JdbcClient jdbc;

    /** A page, and the message it is called by. */
    record Way(String page, String title) {}

    /** What was done, the latest first; by whom by id, where they are still here. */
    record Done(List<AuditEntry> entries, Map<UUID, String> names) {}

    Done of(OrderSheet order) {
        var entries = trail.about("order " + order.code().value(), MOST);
        var people =
                entries.stream().map(it -> new MemberId(it.actor())).distinct().toList();
        return new Done(
                entries,
                members.cards(people).values().stream()
                        .collect(Collectors.toMap(it -> it.id().value(), MemberCard::name)));
    }

    /** Its cycle or team, its buyer, and what hangs on it. */
    List<Way> ways(CommunityCard community, OrderSheet order) {
        var code = order.code().value();
        var ways = new ArrayList<Way>();
        source(community.id(), order)
                .ifPresent(it -> ways.add(
                        order.kind() == OrderKind.TEAM
                                ? new Way("/operate/teams?q=" + it, "order.file.to-team")
                                : new Way("/operate/cycles?q=" + it, "order.file.to-cycle")));
        if (order.source() != null) {
            ways.add(new Way(
                    "/operate/orders?community=" + community.shortCode() + "&source=" + order.source(),
                    "order.file.to-others"));
        }
        if (order.buyer() != null) {
            ways.add(new Way("/operate/members/" + order.buyer().value(), "order.file.to-buyer"));
        }
        ways.add(new Way("/operate/refunds?order=" + order.id().value(), "order.file.to-refunds"));
        ways.add(new Way("/operate/complaints?state=all&q=" + code, "order.file.to-complaints"));
        ways.add(new Way("/operate/audit?subject=order%20" + code, "order.file.to-trail"));
        return ways;
    }

    private Optional<String> source(CommunityId community, OrderSheet order) {
        return jdbc.sql("""
                        select source_code from orders
                        where community_id = :community and id = :id and source_code is not null
                        """)
                .param("community", community.value())
                .param("id", order.id().value())
                .query((row, number) -> row.getString("source_code"))
                .optional();
    }
}
