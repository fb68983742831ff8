package tuanju.payment.deciding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import tuanju.command.Invalid;
import tuanju.community.Communities;
import tuanju.community.CommunityCard;
import tuanju.money.Money;
import tuanju.payment.MoneyWatch;
import tuanju.payment.Refunds;
import tuanju.payment.deciding.RefundTable.Refund;
import tuanju.table.DayRange;
import tuanju.table.DeskTable;
import tuanju.table.Table;
import tuanju.table.TableCell;
import tuanju.table.TableColumn;
import tuanju.table.TableFilter;
import tuanju.table.Tables;

/** The operator's table of refunds: what goes back, by whom, and whether it is confirmed. */
@Controller
class RefundTable extends DeskTable<RefundsAsked, Refund> {

    private static final List<String> STATES = List.of("REQUESTED", "PROCESSING", "FAILED", "DONE");
    private static final List<String> PROVIDERS = List.of("offline", "sandbox", "wallet");

    private final JdbcClient jdbc;
    private final Communities communities;

    /** One of them. */
    record Refund(
            UUID id,
            UUID community,
            UUID order,
            String code,
            String provider,
            String reason,
            String state,
            int attempts,
            Money amount,
            Instant requested,
            @Nullable Instant done) {}

    RefundTable(Tables tables, JdbcClient jdbc, Communities communities) {
        super(tables, new Sign("refunds", "payment.refunds", "no-list"));
        this.jdbc = jdbc;
        this.communities = communities;
    }

    @Override
    protected Table.Rows<Refund> page(RefundsAsked asked) {
        var sift = sift(asked);
        var found = sift.rows(jdbc, "r.*", asked.look(), RefundsAsked.PAGE + 1, RefundTable::refund);
        return Table.cut(
                found,
                RefundsAsked.PAGE,
                it -> it.id().toString(),
                sift.sums(jdbc, "r.amount_fen", "all".equals(asked.sum())),
                it -> Map.of("refund", TableCell.word("payment.refunds.total", it.rows()), "amount", it.money()));
    }

    @Override
    protected List<Refund> all(RefundsAsked asked, int most) {
        return sift(asked).rows(jdbc, "r.*", asked.look().fromTheBeginning(), most, RefundTable::refund);
    }

    @Override
    protected List<TableColumn<Refund>> columns(RefundsAsked asked) {
        var homes = communities.all().stream()
                .collect(Collectors.toMap(it -> it.id().value(), CommunityCard::name));
        return List.of(
                TableColumn.<Refund>text("refund", "payment.refunds.refund", RefundTable::code)
                        .over("payment.refunds.reason"),
                TableColumn.<Refund>text("state", "payment.refunds.state", RefundTable::state)
                        .over("payment.refunds.attempts"),
                TableColumn.text(
                        "provider",
                        "payment.refunds.provider",
                        it -> TableCell.of(TableCell.word("payment.provider." + it.provider()))),
                TableColumn.<Refund>text(
                                "requested",
                                "payment.refunds.requested",
                                it -> TableCell.of(it.requested()).over(homes.getOrDefault(it.community(), "")))
                        .over("payment.refunds.community")
                        .sorted(true),
                TableColumn.text(
                        "done",
                        "payment.refunds.done",
                        it -> it.done() == null ? TableCell.NONE : TableCell.of(it.done())),
                TableColumn.number("amount", "payment.refunds.amount", it -> TableCell.of(it.amount())));
    }

    @Override
    protected List<TableFilter> filters(RefundsAsked asked) {
        var states = Stream.concat(
                Stream.of(
                        new TableFilter.Choice("OPEN", TableCell.word("payment.refunds.open")),
                        new TableFilter.Choice("SLOW", TableCell.word("payment.refunds.slow"))),
                STATES.stream().map(it -> new TableFilter.Choice(it, TableCell.word("payment.refund." + it))));
        var providers =
                PROVIDERS.stream().map(it -> new TableFilter.Choice(it, TableCell.word("payment.provider." + it)));
        return List.of(
                TableFilter.search("payment.refunds.search"),
                TableFilter.choice("state", "payment.refunds.state", "payment.refunds.any-state", states),
                TableFilter.choice("provider", "payment.refunds.provider", "payment.refunds.any-provider", providers),
                communities.filter("payment.refunds.community", "payment.refunds.any-community"),
                TableFilter.day("from", "payment.refunds.from"),
                TableFilter.day("to", "payment.refunds.to"),
                TableFilter.kept("order", "payment.refunds.of-order"),
                TableFilter.kept("done", "payment.refunds.done-on"));
    }

    private Table.Sift sift(RefundsAsked asked) {
        var look = asked.look();
        var state = one(
                "state",
                look.picked("state"),
                Stream.concat(Stream.of("OPEN", "SLOW"), STATES.stream()).toList());
        var sift = new Table.Sift("refund r", "r.id", Map.of("requested", "r.requested_at"))
                .where("r.code = upper(:q)", "q", look.picked("q"))
                .where("r.provider = :provider", "provider", one("provider", look.picked("provider"), PROVIDERS))
                .where("r.community_id = :community", "community", communities.pickedId(look.picked("community")))
                .where("r.order_id::text = :order", "order", look.picked("order"))
                .on(DayRange.read(asked.from(), asked.to()), "r.requested_at");
        var done = DayRange.span("done", asked.done());
        if (done.first() != null) {
            sift.where("r.status = 'DONE'")
                    .where("not r.reason = any(:others)", "others", Refunds.NOT_OF_ORDERS.toArray(String[]::new))
                    .where("r.done_at >= :doneFrom", "doneFrom", Table.Sift.time(done.begin()))
                    .where("r.done_at < :doneTo", "doneTo", Table.Sift.time(done.end()));
        }
        if (state.equals("SLOW")) {
            return sift.where(
                    "r.status <> 'DONE' and r.requested_at < now() - make_interval(secs => :long)",
                    "long",
                    MoneyWatch.LONG.toSeconds());
        }
        return state.equals("OPEN")
                ? sift.where("r.status <> 'DONE'")
                : sift.where("r.status = :state", "state", state);
    }

    private static String one(String field, String picked, List<String> all) {
        if (!picked.isEmpty() && !all.contains(picked)) {
            throw new Invalid(field, "one-of", String.join(", ", all));
        }
        return picked;
    }

    private static TableCell code(Refund it) {
        return TableCell.of(it.code())
                .over(TableCell.wordOr(it.reason(), "order.cause." + it.reason()))
                .opening("/operate/orders/" + it.community() + "/" + it.order());
    }

    private static TableCell state(Refund it) {
        return TableCell.of(TableCell.word("payment.refund." + it.state()))
                .over(it.attempts())
                .toned(
                        switch (it.state()) {
                            case "DONE" -> "good";
                            case "FAILED" -> "harm";
                            default -> "hurry";
                        });
    }

    private static Refund refund(ResultSet row, int number) throws SQLException {
        var done = row.getTimestamp("done_at");
        return new Refund(
                row.getObject("id", UUID.class),
                row.getObject("community_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("code"),
                row.getString("provider"),
                row.getString("reason"),
                row.getString("status"),
                row.getInt("attempts"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getTimestamp("requested_at").toInstant(),
                done == null ? null : done.toInstant());
    }
}
