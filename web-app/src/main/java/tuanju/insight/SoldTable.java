package tuanju.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.insight.SoldTable.Found;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.member.Members;
import tuanju.money.Money;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of sales: the rows behind every number of the dashboard, each opening its order. */
@Controller
class SoldTable extends DeskTable<SoldAsked, Found> {

    private static final String COLUMNS =
            "f.community_id, f.order_id, f.kind, f.leader_id, f.buyer_id, f.paid_at, f.pieces, f.amount_fen, f.invented";

    /** What of an order was these goods, where goods are asked for: the same pieces and money as the ranking adds up. */
    private static final String OF_GOODS = """
            (select s.community_id, s.order_id, s.kind, s.leader_id, s.buyer_id, s.paid_at, s.business_day, s.invented,
                product_key(l.product_id, l.product_name) as product, sum(l.quantity)::int as pieces,
                sum(l.amount_fen)::bigint as amount_fen
            from sale_line_fact l join sale_fact s using (community_id, order_id)
            group by s.community_id, s.order_id, product) f""";

    /** One row for each person, so that rows are as many as the people who are counted. */
    private static final String PEOPLE = """
            f.buyer_id is not null and not exists (
                select from sale_fact e
                where e.buyer_id = f.buyer_id and (:everywhere or e.community_id = f.community_id) and case :people
                    when 'new' then (e.paid_at, e.order_id) < (f.paid_at, f.order_id)
                    else (e.paid_at, e.order_id) > (f.paid_at, f.order_id)
                        and e.business_day <= :last end)""";

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Members members;

    /** A paid order as it is counted; one that was invented for the demo's past has no order behind it. */
    record Sale(
            UUID communityId,
            UUID orderId,
            String kind,
            UUID leaderId,
            @Nullable UUID buyerId,
            Instant paidAt,
            int pieces,
            long amountFen,
            boolean invented) {}

    /** The same with the names of its people; null where there is none any more. */
    record Found(
            Sale sale, @Nullable String buyer, @Nullable String leader) {}

    SoldTable(Tables tables, JdbcClient jdbc, Communities communities, Members members) {
        super(tables, new Sign("sales", "insight.sold", "no-orders"));
        this.jdbc = jdbc;
        this.communities = communities;
        this.members = members;
    }

    @Override
    protected Table.Rows<Found> page(SoldAsked asked) {
        var sift = sift(asked);
        var found = sift.rows(jdbc, COLUMNS, asked.look(), SoldAsked.PAGE + 1, new DataClassRowMapper<>(Sale.class));
        return Table.cut(
                named(found),
                SoldAsked.PAGE,
                it -> it.sale().orderId().toString(),
                sift.sums(jdbc, "f.amount_fen", "all".equals(asked.sum())),
                it -> Map.of("paid", TableCell.word("insight.sold.total", it.rows()), "amount", it.money()));
    }

    @Override
    protected List<Found> all(SoldAsked asked, int most) {
        return named(sift(asked)
                .rows(jdbc, COLUMNS, asked.look().fromTheBeginning(), most, new DataClassRowMapper<>(Sale.class)));
    }

    @Override
    protected List<TableColumn<Found>> columns(SoldAsked asked) {
        var homes = communities.all().stream()
                .collect(Collectors.toMap(it -> it.id().value(), CommunityCard::name));
        return List.of(
                TableColumn.<Found>text("paid", "insight.sold.paid", SoldTable::paid)
                        .over("insight.sold.kind")
                        .sorted(true),
                TableColumn.text("buyer", "insight.sold.buyer", SoldTable::buyer),
                TableColumn.<Found>text(
                                "leader",
                                "insight.column.leader",
                                it -> TableCell.of(it.leader() == null ? "" : it.leader())
                                        .over(homes.getOrDefault(it.sale().communityId(), "")))
                        .over("insight.column.community"),
                TableColumn.number(
                        "pieces",
                        "insight.column.pieces",
                        it -> TableCell.of(it.sale().pieces())),
                TableColumn.number(
                        "amount",
                        "insight.sold.amount",
                        it -> TableCell.of(Money.ofFen(it.sale().amountFen()))));
    }

    @Override
    protected List<TableFilter> filters(SoldAsked asked) {
        return List.of(
                communities.filter("insight.column.community", "insight.community.all"),
                TableFilter.day("from", "insight.sold.from"),
                TableFilter.day("to", "insight.sold.to"),
                TableFilter.kept("leader", "insight.sold.of-leader"),
                TableFilter.kept("product", "insight.sold.of-product"),
                TableFilter.kept("buyer", "insight.sold.of-buyer"),
                TableFilter.kept("people", "insight.sold.of-people"));
    }

    private Table.Sift sift(SoldAsked asked) {
        var look = asked.look();
        var product = id("product", look.picked("product"));
        var days = DayRange.read(asked.from(), asked.to());
        var community = communities.pickedId(look.picked("community"));
        return new Table.Sift(product == null ? "sale_fact f" : OF_GOODS, "f.order_id", Map.of("paid", "f.paid_at"))
                .where("f.community_id = :community", "community", community)
                .where("(true or :everywhere)", "everywhere", community == null)
                .where("(true or :last::date is null)", "last", days.last() == null ? NEVER : days.last())
                .where("f.leader_id = :leader", "leader", id("leader", look.picked("leader")))
                .where("f.product = :product", "product", product)
                .where("f.buyer_id = :buyer", "buyer", id("buyer", look.picked("buyer")))
                .where(PEOPLE, "people", people(look.picked("people")))
                .where("f.paid_at >= :begin", "begin", around(days.first(), -1))
                .where("f.paid_at < :end", "end", around(days.last(), 2))
                .where("f.business_day >= :from", "from", days.first())
                .where("f.business_day <= :to", "to", days.last());
    }

    /** A business day lies within these moments wherever its community is, so that rows are found by time. */
    private static @Nullable Object around(@Nullable LocalDate day, int days) {
        return day == null
                ? null
                : Table.Sift.time(
                        day.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Refuses with Invalid what says neither. */
    private static String people(String said) {
        if (!said.isEmpty() && !said.equals("new") && !said.equals("each")) {
            throw new Invalid("people", "one-of", "each, new");
        }
        return said;
    }

    private static @Nullable UUID id(String field, String typed) {
        try {
            return typed.isEmpty() ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException none) {
            throw new Invalid(field, "no-row");
        }
    }

    private List<Found> named(List<Sale> sales) {
        var people = members.cards(sales.stream()
                .flatMap(it -> Stream.concat(Stream.of(it.leaderId()), Stream.ofNullable(it.buyerId())))
                .distinct()
                .map(MemberId::new)
                .toList());
        return sales.stream()
                .map(it -> new Found(
                        it,
                        it.buyerId() == null ? null : name(people.get(new MemberId(it.buyerId()))),
                        name(people.get(new MemberId(it.leaderId())))))
                .toList();
    }

    private static @Nullable String name(@Nullable MemberCard card) {
        return card == null ? null : card.name();
    }

    /** A guest has no name to count; whoever has left, or was invented, has none any more. */
    private static TableCell buyer(Found it) {
        if (it.sale().buyerId() == null) {
            return TableCell.of(TableCell.word("insight.sold.guest"));
        }
        return it.buyer() == null ? TableCell.NONE : TableCell.of(it.buyer());
    }

    private static TableCell paid(Found it) {
        var sale = it.sale();
        return TableCell.of(sale.paidAt())
                .over(TableCell.word(sale.invented() ? "insight.sold.invented" : "order.kind." + sale.kind()))
                .opening(sale.invented() ? null : "/operate/orders/" + sale.communityId() + "/" + sale.orderId());
    }
}
