package tuanju.link;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tuanju.community.Code;
import tuanju.community.CommunityId;
import tuanju.database.message.OneMessage.Alongside;
import tuanju.link.click.LinkEarnings;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.money.Money;
import tuanju.order.OrderId;
import tuanju.order.book.OrderOrigin;
import tuanju.order.book.OrderOrigins;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderDues;
import tuanju.order.paying.HoldingUnpaid;

/** By which link an order's buyer came. */
@Component
@RequiredArgsConstructor
public class Attributions implements OrderOrigins {

    private static final String NOTE = """
        with noted as (
            insert into attribution (community_id, order_id, link_id, sharer_id, buyer_id)
            select community_id, :order, id, sharer_id, :buyer from shared_link
            where community_id = :community and code = :code and withdrawn_at is null and sharer_id <> :buyer
        )
        select true
        """;

    private final JdbcClient jdbc;
    private final Members members;
    private final HoldingUnpaid unpaid;
    private final OrderDues dues;
    private final List<LinkEarnings> earnings;

    /**
     * Writes down by which link an order's buyer came, in one message with the order. Nothing is written, and nobody told,
     * where there is no link, or one that does not count: withdrawn, of another community, the buyer's own.
     */
    public List<Alongside> noting(CommunityId community, OrderId order, MemberId buyer, @Nullable Code from) {
        if (from == null) {
            return List.of();
        }
        var values = Map.<String, Object>of(
                "community", community.value(), "order", order.value(), "buyer", buyer.value(), "code", from.value());
        return List.of(new Alongside(NOTE, values, IllegalStateException::new));
    }

    /** The buyer does not want it to stand; nothing happens where none does. Refuses with AlreadyPaid, OrderIsOver, NotFound. */
    @Transactional
    void remove(MemberId buyer, Code order) {
        var held = unpaid.hold(buyer, order);
        jdbc.sql("delete from attribution where community_id = :community and order_id = :order")
                .param("community", held.community().value())
                .param("order", held.order().value())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OrderOrigin> of(CommunityId community, OrderId order) {
        return jdbc.sql("""
            select l.code, a.sharer_id, a.at
            from attribution a join shared_link l on l.community_id = a.community_id and l.id = a.link_id
            where a.community_id = :community and a.order_id = :order
            """)
                .param("community", community.value())
                .param("order", order.value())
                .query((row, number) -> {
                    var sharer = members.card(new MemberId(row.getObject("sharer_id", UUID.class)));
                    return new OrderOrigin(
                            new Code(row.getString("code")),
                            sharer.id(),
                            sharer.publicName(),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /** What came of these links, in the same order. */
    List<LinkSums> sums(List<LinkCard> links) {
        var orders = orders(links);
        var dues = dues(links, orders);
        var clicks = clicks(links);
        var earned = new HashMap<Code, Money>();
        if (!orders.isEmpty()) {
            earnings.forEach(
                    it -> earned.putAll(it.of(links.stream().map(LinkCard::code).toList())));
        }
        return links.stream()
                .map(it -> sums(
                        it, clicks.getOrDefault(it.id(), 0L), orders.getOrDefault(it.id(), List.of()), dues, earned))
                .toList();
    }

    /** One query for each community; few share in more than one. */
    private Map<UUID, Dues> dues(List<LinkCard> links, Map<UUID, List<UUID>> orders) {
        var all = new HashMap<UUID, Dues>();
        links.stream()
                .collect(groupingBy(
                        LinkCard::community,
                        flatMapping(it -> orders.getOrDefault(it.id(), List.of()).stream(), toList())))
                .forEach((community, came) -> all.putAll(dues.of(community, came)));
        return all;
    }

    private static LinkSums sums(
            LinkCard link, long clicks, List<UUID> orders, Map<UUID, Dues> dues, Map<Code, Money> earned) {
        var paid = orders.stream()
                .map(it -> dues.getOrDefault(it, Dues.NOTHING).paid())
                .filter(it -> !it.isZero())
                .toList();
        return new LinkSums(
                link,
                clicks,
                orders.size(),
                paid.size(),
                paid.stream().reduce(Money.ZERO, Money::plus),
                earned.getOrDefault(link.code(), Money.ZERO));
    }

    private Map<UUID, Long> clicks(List<LinkCard> links) {
        return jdbc
                .sql("""
                    select link_id, clicks from link_clicks
                    where community_id = any(:communities) and link_id = any(:links)
                    """)
                .param("communities", communities(links))
                .param("links", links.stream().map(LinkCard::id).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("link_id", UUID.class), row.getLong("clicks")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static UUID[] communities(List<LinkCard> links) {
        return links.stream().map(it -> it.community().value()).distinct().toArray(UUID[]::new);
    }

    private Map<UUID, List<UUID>> orders(List<LinkCard> links) {
        record Came(UUID link, UUID order) {}
        return jdbc
                .sql("""
                    select link_id, order_id from attribution
                    where community_id = any(:communities) and link_id = any(:links)
                    """)
                .param("communities", communities(links))
                .param("links", links.stream().map(LinkCard::id).toArray(UUID[]::new))
                .query((row, number) ->
                        new Came(row.getObject("link_id", UUID.class), row.getObject("order_id", UUID.class)))
                .list()
                .stream()
                .collect(groupingBy(Came::link, mapping(Came::order, toList())));
    }
}
