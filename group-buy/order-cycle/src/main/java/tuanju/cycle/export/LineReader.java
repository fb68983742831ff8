package tuanju.cycle.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tuanju.address.Address;
import tuanju.cycle.export.LineFlag.Kind;
import tuanju.cycle.export.ProductSummary.Goods;
import tuanju.money.Money;

/** Reads goods and money of one line against the product summary. */
record LineReader(ProductSummary summary) {

    ReadLine read(ExportLine line, Address address) {
        var flags = new ArrayList<LineFlag>();
        var goods = goods(line, flags);
        var amount = amount(line, goods, flags);
        if (!line.formulas().isEmpty()) {
            flags.add(Kind.FORMULA.with(String.join("、", line.formulas())));
        }
        if (!line.refund().isZero()) {
            flags.add(Kind.REFUNDED.with(line.refund().yuan()));
        }
        if (!line.recipient().isEmpty()
                && !line.buyer().isEmpty()
                && !line.recipient().equals(line.buyer())) {
            flags.add(Kind.OTHER_RECIPIENT.with(line.buyer() + " → " + line.recipient()));
        }
        if (line.name().isEmpty()) {
            flags.add(Kind.NAME_MISSING.with(""));
        }
        if (!line.phone().matches("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}")) {
            flags.add(Kind.PHONE_UNREADABLE.with(line.phone()));
        }
        return new ReadLine(line, goods.name(), goods.spec(), amount, address, flags);
    }

    private Goods goods(ExportLine line, List<LineFlag> flags) {
        var named = Goods.in(line.product());
        var column = line.specColumn();
        if (named.spec().isEmpty() || named.spec().equals(column)) {
            var goods = named.spec().isEmpty() ? new Goods(named.name(), column) : named;
            return listed(goods, flags);
        }
        if (column.isEmpty()) {
            flags.add(Kind.SPEC_FROM_NAME.with(named.spec()));
            return listed(named, flags);
        }
        return decided(named, new Goods(named.name(), column), flags);
    }

    private Goods listed(Goods goods, List<LineFlag> flags) {
        if (summary.isKnown() && !summary.lists(goods)) {
            flags.add(Kind.PRODUCT_UNKNOWN.with(goods.toString()));
        }
        return goods;
    }

    /** The product summary decides between the spec in the name and the one in the column. */
    private Goods decided(Goods named, Goods inColumn, List<LineFlag> flags) {
        if (summary.lists(named)) {
            flags.add(Kind.SPEC_COPIED.with(inColumn.spec() + " → " + named.spec()));
            return named;
        }
        if (summary.lists(inColumn)) {
            flags.add(Kind.SPEC_COPIED.with(named.spec() + " → " + inColumn.spec()));
            return inColumn;
        }
        flags.add(Kind.SPEC_UNKNOWN.with(named.spec() + " ≠ " + inColumn.spec()));
        return named;
    }

    private Money amount(ExportLine line, Goods goods, List<LineFlag> flags) {
        var price = summary.price(goods);
        var written = Optional.ofNullable(line.amount());
        var expected = price.map(each -> each.times(line.quantity()));
        if (written.isEmpty()) {
            var flag = price.isPresent() ? Kind.AMOUNT_FROM_PRICE : Kind.AMOUNT_MISSING;
            flags.add(flag.with(
                    price.map(each -> each.yuan() + " × " + line.quantity()).orElse("")));
            return expected.orElse(Money.ZERO);
        }
        if (expected.isPresent() && !expected.equals(written)) {
            var product = price.orElse(Money.ZERO).yuan() + " × " + line.quantity();
            flags.add(Kind.AMOUNT_DIFFERS.with(written.get().yuan() + " ≠ " + product));
        }
        return written.get();
    }
}
