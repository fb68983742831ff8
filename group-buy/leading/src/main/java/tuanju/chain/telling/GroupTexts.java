package tuanju.chain.telling;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tuanju.chain.reading.ChainItem;
import tuanju.chain.reading.ChainListWriter;
import tuanju.chain.reading.ChainProduct;
import tuanju.chain.telling.GroupText.Kind;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CyclePoints;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.OrderCycles;
import tuanju.cycle.ordering.BoughtPieces;
import tuanju.desk.DecidedBags;
import tuanju.order.OrderLineCard;
import tuanju.order.OrderStatus;
import tuanju.order.aftersale.OwedByHand;
import tuanju.order.book.OrderBook;
import tuanju.order.book.OrderSheet;
import tuanju.page.BaseAddress;
import tuanju.page.Dates;

/** Writes what a leader tells the group: names and doors masked, no phone, nobody named who is not concerned. */
@Component
@RequiredArgsConstructor
public class GroupTexts {

    private final OrderCycles cycles;
    private final BoughtPieces bought;
    private final CyclePoints points;
    private final PointWords pointWords;
    private final OrderBook orders;
    private final OwedByHand owed;
    private final DecidedBags decided;
    private final BaseAddress base;
    private final Dates dates;
    private final MessageSource messages;
    private final Clock clock;

    /** What the texts are written from. */
    private record Facts(
            CycleCard cycle,
            List<CyclePoint> points,
            List<CycleProduct> products,
            Map<UUID, Long> bought,
            List<OrderSheet> sheets,
            List<OrderSheet> waiting,
            List<OrderSheet> unpaid) {

        boolean hasBegun(Instant now) {
            return points.stream().anyMatch(it -> !it.from().isAfter(now));
        }

        boolean isAtSeveralPoints() {
            return points.size() > 1;
        }
    }

    /** All texts of a cycle, those that fit this moment first. */
    public List<GroupText> of(CycleCard cycle) {
        var facts = facts(cycle);
        boolean hasBegun = facts.hasBegun(clock.instant());
        return Arrays.stream(Kind.values())
                .map(kind -> new GroupText(kind, text(kind, facts), kind.fits(cycle.status(), hasBegun)))
                .filter(text -> !text.text().isBlank())
                .sorted((one, other) -> Boolean.compare(other.fits(), one.fits()))
                .toList();
    }

    /** One text of a cycle; empty where there is nobody to tell it to. */
    public String of(CycleCard cycle, Kind kind) {
        return text(kind, facts(cycle));
    }

    private Facts facts(CycleCard cycle) {
        var sheets = orders.expectedOf(cycle.community(), cycle.id());
        var guests = sheets.stream().filter(sheet -> !sheet.dues().isPaid());
        var members = orders.unpaidOf(cycle.community(), cycle.id()).stream();
        return new Facts(
                cycle,
                points.of(cycle),
                cycles.products(cycle),
                bought.of(cycle),
                sheets,
                waiting(cycle, sheets),
                Stream.concat(guests, members).toList());
    }

    private String text(Kind kind, Facts facts) {
        var cycle = facts.cycle();
        return switch (kind) {
            case OPENING ->
                words("opening", cycle.title(), goods(facts, false), cutOff(cycle), pickup(facts), link(cycle));
            case PROGRESS ->
                words("progress", cycle.title(), facts.sheets().size(), goods(facts, true), cutOff(cycle), link(cycle));
            case LAST_CALL -> words("last-call", cycle.title(), cutOff(cycle), link(cycle));
            case SUMMARY -> facts.sheets().isEmpty() ? "" : summary(facts);
            case UNPAID -> facts.unpaid().isEmpty() ? "" : words("unpaid", cycle.title(), unpaid(facts));
            case ARRIVED -> words("arrived", cycle.title(), pickup(facts));
            case REMINDER -> facts.waiting().isEmpty() ? "" : reminder(facts);
            case LAPSED -> words("lapsed", cycle.title(), lapsed(cycle));
        };
    }

    /** Who gives the money back: by itself what was paid here, the leader what was paid to them. */
    private String lapsed(CycleCard cycle) {
        boolean isByHand = !owed.ofCycle(cycle.community(), cycle.id()).isNothing();
        return words(isByHand ? "lapsed.by-hand" : "lapsed.here");
    }

    /** Whose bags wait: what was given away or returned does not. */
    private List<OrderSheet> waiting(CycleCard cycle, List<OrderSheet> sheets) {
        var here = sheets.stream()
                .filter(sheet -> sheet.status() == OrderStatus.CONFIRMED)
                .toList();
        var gone = decided.among(
                cycle.community(),
                here.stream().map(sheet -> sheet.id().value()).toList());
        return here.stream()
                .filter(sheet -> !gone.containsKey(sheet.id().value()))
                .toList();
    }

    /** The leader's list with the letters that people order by, or of what will be bought how many. */
    private String goods(Facts facts, boolean bought) {
        var lines = new StringBuilder();
        for (int at = 0; at < facts.products().size(); at++) {
            var product = facts.products().get(at);
            long pieces = facts.bought().getOrDefault(product.id(), 0L);
            if (bought ? pieces == 0 : product.isStopped()) {
                continue;
            }
            var letter = at < 26 ? Character.toString('A' + at) + " " : "";
            var spec = product.spec().isEmpty() ? "" : " " + product.spec();
            lines.append(letter)
                    .append(product.name())
                    .append(spec)
                    .append("  ")
                    .append(bought ? words("bought", pieces) : price(product))
                    .append('\n');
        }
        return lines.toString().strip();
    }

    /** Of what is sold by weight both what 500 g cost and what is paid first. */
    private String price(CycleProduct product) {
        var weight = product.terms().weight();
        var price = "¥" + product.price().yuan();
        return weight == null ? price : words("weighed", "¥" + weight.per500g().yuan(), price);
    }

    private String summary(Facts facts) {
        var goods = facts.products().stream().map(GroupTexts::goods).toList();
        return ChainListWriter.write(
                        facts.cycle().title(),
                        facts.sheets().stream()
                                .map(sheet -> entry(sheet, goods))
                                .toList())
                .strip();
    }

    private static ChainProduct goods(CycleProduct product) {
        return new ChainProduct(product.id(), product.name(), product.spec(), null);
    }

    private static ChainListWriter.Entry entry(OrderSheet sheet, List<ChainProduct> goods) {
        var items = sheet.lines().stream()
                .map(line -> new ChainItem(goods(line, goods), line.quantity()))
                .toList();
        return new ChainListWriter.Entry(GroupMask.name(sheet.recipient()), door(sheet), items, false, "");
    }

    /** Name and spec tell goods; a size is left out where only one product has the name. */
    private static ChainProduct goods(OrderLineCard line, List<ChainProduct> goods) {
        var sameName = goods.stream()
                .filter(it -> it.name().equals(line.productName()))
                .toList();
        var one = new ChainProduct(new UUID(0, 0), line.productName(), line.spec(), null);
        var named = sameName.stream()
                .filter(it -> it.spec().equals(line.spec()))
                .findFirst()
                .orElse(one);
        boolean isAmbiguous = sameName.size() > 1 && named.called().equals(named.name());
        return isAmbiguous ? new ChainProduct(named.id(), named.name() + " " + named.spec(), "", null) : named;
    }

    private static String people(List<OrderSheet> sheets, boolean amount) {
        return sheets.stream()
                .map(sheet -> (GroupMask.name(sheet.recipient()) + " " + door(sheet) + " "
                                + (amount ? "¥" + sheet.dues().open().yuan() : ""))
                        .replaceAll(" +", " ")
                        .strip())
                .collect(Collectors.joining("\n"));
    }

    private static String door(OrderSheet sheet) {
        return sheet.address().door().masked();
    }

    private String cutOff(CycleCard cycle) {
        return dates.when(cycle.cutOff());
    }

    private String pickup(Facts facts) {
        return pointWords.of(facts.points());
    }

    private String unpaid(Facts facts) {
        return facts.isAtSeveralPoints()
                ? pointWords.each(facts.points(), facts.unpaid(), sheets -> people(sheets, true))
                : people(facts.unpaid(), true);
    }

    private String reminder(Facts facts) {
        var title = facts.cycle().title();
        return facts.isAtSeveralPoints()
                ? words(
                        "reminder-points",
                        title,
                        pointWords.each(facts.points(), facts.waiting(), sheets -> people(sheets, false)))
                : words("reminder", title, people(facts.waiting(), false), pickup(facts));
    }

    private String link(CycleCard cycle) {
        return base.of("/c/" + cycle.code());
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage("chain.text.words." + key, arguments, LocaleContextHolder.getLocale());
    }
}
