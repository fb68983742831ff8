package tuanju.cycle.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.export.Difference.Kind;
import tuanju.cycle.export.ProductSummary.Goods;
import tuanju.cycle.export.ProductSummary.Sold;
import tuanju.money.Money;

/** Compares the order lines with the two summaries of the same file. */
final class CrossCheck {

    private final List<ReadLine> lines;
    private final ProductSummary products;
    private final @Nullable PlaceSummary places;
    private final List<Difference> differences = new ArrayList<>();

    private CrossCheck(List<ReadLine> lines, ProductSummary products, @Nullable PlaceSummary places) {
        this.lines = lines;
        this.products = products;
        this.places = places;
    }

    static List<Difference> of(List<ReadOrder> orders, ProductSummary products, @Nullable PlaceSummary places) {
        var lines = orders.stream().flatMap(order -> order.lines().stream()).toList();
        var check = new CrossCheck(lines, products, places);
        check.totals(Totals.of(orders));
        if (products.isKnown()) {
            check.goods().forEach(check::product);
        }
        check.leaders();
        return List.copyOf(check.differences);
    }

    private void totals(Totals totals) {
        if (places != null) {
            compare(Kind.ORDERS, "", totals.orders(), places.orders());
            compare(Kind.PIECES, "", totals.pieces(), places.pieces());
            compare(Kind.AMOUNT, "", totals.amount().yuan(), places.amount().yuan());
        }
    }

    private LinkedHashSet<Goods> goods() {
        var goods = new LinkedHashSet<>(products.sold().keySet());
        lines.forEach(line -> goods.add(goods(line)));
        return goods;
    }

    private void product(Goods goods) {
        var ours = lines.stream().filter(line -> goods(line).equals(goods)).toList();
        int pieces = ours.stream().mapToInt(line -> line.written().quantity()).sum();
        var amount = ours.stream().map(ReadLine::amount).reduce(Money.ZERO, Money::plus);
        var sold = products.sold().getOrDefault(goods, new Sold(0, null, Money.ZERO));
        compare(Kind.PRODUCT_PIECES, goods.toString(), pieces, sold.pieces());
        compare(
                Kind.PRODUCT_AMOUNT,
                goods.toString(),
                amount.yuan(),
                sold.amount().yuan());
        if (sold.price() != null) {
            var times = sold.price().times(sold.pieces());
            compare(
                    Kind.SUMMARY_AMOUNT,
                    goods.toString(),
                    times.yuan(),
                    sold.amount().yuan());
        }
        if (places != null) {
            int there = places.byGoods().getOrDefault(goods, 0);
            compare(Kind.SHEETS_DISAGREE, goods.toString(), sold.pieces(), there);
        }
    }

    private void leaders() {
        var named = lines.stream()
                .map(line -> line.written().leader())
                .filter(leader -> !leader.isEmpty())
                .collect(Collectors.groupingBy(leader -> leader, TreeMap::new, Collectors.counting()));
        if (named.size() > 1) {
            var counts = named.entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining("、"));
            differences.add(new Difference(Kind.LEADERS, "", counts, ""));
        }
    }

    private void compare(Kind kind, String subject, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            differences.add(new Difference(kind, subject, here.toString(), there.toString()));
        }
    }

    private static Goods goods(ReadLine line) {
        return new Goods(line.product(), line.spec());
    }
}
