package tuanju.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tuanju.address.Door;
import tuanju.chain.reading.ChainItem;
import tuanju.chain.reading.ChainLine;
import tuanju.chain.reading.ChainListReader;
import tuanju.chain.reading.ChainProduct;
import tuanju.chain.reading.Guest;
import tuanju.chain.reading.KnownOrder;
import tuanju.chain.reading.KnownOrder.KnownLine;
import tuanju.community.CommunityId;
import tuanju.cycle.CycleCard;
import tuanju.cycle.ordering.GuestPieces;
import tuanju.database.Ids;
import tuanju.order.OrderId;
import tuanju.order.dues.Dues;
import tuanju.order.dues.OrderDues;
import tuanju.outbox.StoredJson;

/** The tables of guests whose orders came from a chain list, and of the lines they came from. */
@Component
@RequiredArgsConstructor
@NamedInterface("rooms")
public class ChainOrders {

    private final OrderDues dues;
    private final JdbcClient jdbc;
    private final StoredJson stored;
    private final ListChains chains;
    private final GuestPieces pieces;

    /** Pieces of a product of the cycle, as a line asked for them. */
    record Wanted(UUID product, int quantity) {}

    /** A guest of the chain; who has no order had the earlier one last, and dues says where the money of either is. */
    public record Row(
            UUID id, @Nullable UUID order, @Nullable UUID earlier, Guest guest, Dues dues) {

        /** Whether their leader has money of theirs, which a list that says so again says nothing new about. */
        public boolean paid() {
            return !dues.withLeader().isZero();
        }
    }

    /** A line that made or changed an order. */
    record Line(ChainLine line, @Nullable Integer listNumber, List<ChainItem> wanted, boolean change) {}

    private record Said(UUID guest, KnownLine line) {}

    public List<Row> of(CycleCard cycle) {
        return of(cycle.community(), List.of(cycle.id()));
    }

    /** Everybody on the lists of several cycles. */
    public List<Row> of(CommunityId community, List<UUID> cycles) {
        var money = dues.ofSources(community, cycles);
        return jdbc.sql("""
            select id, order_id, earlier_order_id, name, lane, building, unit, room, phone from chain_order
            where community_id = :community and cycle_id = any(:cycles) and name <> '' order by id
            """)
                .param("community", community.value())
                .param("cycles", cycles.toArray(UUID[]::new))
                .query((row, number) -> row(row, money))
                .list();
    }

    /** Every order that is in from earlier lists, with all its lines, for a list that was pasted at this time. */
    List<KnownOrder> known(CycleCard cycle, List<ChainProduct> products, Instant pastedAt) {
        var byId = new HashMap<UUID, ChainProduct>();
        products.forEach(product -> byId.put(product.id(), product));
        var held = held(cycle);
        var chainOf = chains.of(cycle, pastedAt);
        var lines = new HashMap<UUID, List<KnownLine>>();
        said(cycle, byId)
                .forEach(said -> lines.computeIfAbsent(said.guest(), id -> new ArrayList<>())
                        .add(said.line()));
        return of(cycle).stream()
                .map(row -> new KnownOrder(
                        row.id(),
                        row.guest(),
                        items(held.getOrDefault(row.id(), Map.of()), byId),
                        row.paid(),
                        chainOf.get(row.id()),
                        lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** A new guest with the order that was placed, if one was. */
    UUID add(CycleCard cycle, Guest guest, @Nullable UUID order) {
        var id = Ids.next();
        jdbc.sql("""
            insert into chain_order (community_id, id, cycle_id, order_id, name, lane, building, unit, room, phone)
            values (:community, :id, :cycle, :order, :name, :lane, :building, :unit, :room, :phone)
            """)
                .param("community", cycle.community().value())
                .param("id", id)
                .param("cycle", cycle.id())
                .param("order", order)
                .param("name", guest.name())
                .param("lane", guest.door().lane())
                .param("building", guest.door().building())
                .param("unit", guest.door().unit())
                .param("room", guest.door().room())
                .param("phone", guest.phone())
                .update();
        return id;
    }

    /** The order a guest has from now on; null after a cancellation. */
    void holds(CycleCard cycle, UUID guest, @Nullable UUID order) {
        put(cycle, guest, order, false);
    }

    /** A guest whose order was cancelled because they are gone from the newest list. */
    void gone(CycleCard cycle, UUID guest) {
        put(cycle, guest, null, true);
    }

    private void put(CycleCard cycle, UUID guest, @Nullable UUID order, boolean isGone) {
        jdbc.sql("""
            update chain_order set order_id = cast(:order as uuid), gone_at = case when :gone then now() end,
                earlier_order_id = coalesce(order_id, earlier_order_id)
            where community_id = :community and cycle_id = :cycle and id = :id
            """)
                .param("order", order)
                .param("gone", isGone)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .param("id", guest)
                .update();
    }

    /** The order of a guest of this cycle; empty where they have none. */
    Optional<OrderId> orderOf(CycleCard cycle, UUID guest) {
        return of(cycle).stream()
                .filter(row -> row.id().equals(guest))
                .flatMap(row -> Optional.ofNullable(row.order()).stream())
                .map(OrderId::new)
                .findFirst();
    }

    void add(CycleCard cycle, UUID list, UUID guest, Line line) {
        var wanted = line.wanted().stream()
                .map(item -> new Wanted(item.product().id(), item.quantity()))
                .toList();
        jdbc.sql("""
            insert into chain_line (community_id, list_id, line_number, chain_order_id, is_change, list_number,
                                          line, wanted)
            values (:community, :list, :number, :guest, :change, :listNumber, :line, :wanted::jsonb)
            on conflict (community_id, list_id, line_number) do nothing
            """)
                .param("community", cycle.community().value())
                .param("list", list)
                .param("number", line.line().number())
                .param("guest", guest)
                .param("change", line.change())
                .param("listNumber", line.listNumber())
                .param("line", ChainListReader.plain(line.line().written()))
                .param("wanted", stored.write(wanted))
                .update();
    }

    /** What every guest's order holds: pieces by product of the cycle, in the order of the leader's list. */
    Map<UUID, Map<UUID, Integer>> held(CycleCard cycle) {
        var byOrder = pieces.held(cycle);
        var held = new HashMap<UUID, Map<UUID, Integer>>();
        jdbc.sql("""
            select id, order_id from chain_order
            where community_id = :community and cycle_id = :cycle and order_id is not null
            """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((ResultSet row) -> {
                    var order = new OrderId(row.getObject("order_id", UUID.class));
                    held.put(row.getObject("id", UUID.class), byOrder.getOrDefault(order, Map.of()));
                });
        return held;
    }

    private static List<ChainItem> items(Map<UUID, Integer> held, Map<UUID, ChainProduct> products) {
        return held.entrySet().stream()
                .flatMap(
                        it -> Optional.ofNullable(products.get(it.getKey()))
                                .map(product -> new ChainItem(product, it.getValue()))
                                .stream())
                .toList();
    }

    private List<Said> said(CycleCard cycle, Map<UUID, ChainProduct> products) {
        return jdbc.sql("""
            select l.chain_order_id, l.is_change, l.list_number, l.line, l.wanted::text as wanted
            from chain_line l
            join chain_order c on c.community_id = l.community_id and c.id = l.chain_order_id
            join chain_list t on t.community_id = l.community_id and t.id = l.list_id
            where l.community_id = :community and c.cycle_id = :cycle
            order by t.taken_at, l.line_number
            """)
                .param("community", cycle.community().value())
                .param("cycle", cycle.id())
                .query((row, number) -> said(row, products))
                .list();
    }

    private Said said(ResultSet row, Map<UUID, ChainProduct> products) throws SQLException {
        var wanted = stored.readList(row.getString("wanted"), Wanted.class).stream()
                .flatMap(item -> Optional.ofNullable(products.get(item.product()))
                        .map(product -> new ChainItem(product, item.quantity()))
                        .stream())
                .toList();
        var line = new KnownLine(
                row.getObject("list_number", Integer.class),
                wanted,
                row.getString("line"),
                row.getBoolean("is_change"));
        return new Said(row.getObject("chain_order_id", UUID.class), line);
    }

    private static Row row(ResultSet row, Map<UUID, Dues> money) throws SQLException {
        var door = new Door(
                row.getString("lane"), row.getString("building"), row.getString("unit"), row.getString("room"));
        var guest = new Guest(row.getString("name"), door, row.getString("phone"));
        @Nullable UUID order = row.getObject("order_id", UUID.class);
        @Nullable UUID earlier = row.getObject("earlier_order_id", UUID.class);
        var last = order == null ? earlier : order;
        var dues = last == null ? Dues.NOTHING : money.getOrDefault(last, Dues.NOTHING);
        return new Row(row.getObject("id", UUID.class), order, earlier, guest, dues);
    }
}
