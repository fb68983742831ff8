package tuanju.cycle.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.export.SheetTable.Line;
import tuanju.money.Money;

/** The sheet 商品汇总表: what was sold of each product at what price, as the tool itself counted. */
record ProductSummary(String title, Map<Goods, Sold> sold) {

    private static final int LONGEST = 200;

    /** A product and what one piece of it is. */
    record Goods(String name, String spec) {

        /** 荔枝(每箱四斤) is 荔枝 with the spec 每箱四斤. */
        static Goods in(String product) {
            int open = Math.max(product.lastIndexOf('('), product.lastIndexOf('（'));
            boolean closed = product.endsWith(")") || product.endsWith("）");
            if (open <= 0 || !closed) {
                return new Goods(product, "");
            }
            return new Goods(
                    product.substring(0, open).strip(),
                    product.substring(open + 1, product.length() - 1).strip());
        }

        @Override
        public String toString() {
            return spec.isEmpty() ? name : name + "(" + spec + ")";
        }
    }

    /** How much of one product was sold; a product listed twice counts together at its first price. */
    record Sold(int pieces, @Nullable Money price, Money amount) {

        Sold and(Sold other) {
            return new Sold(pieces + other.pieces, price, amount.plus(other.amount));
        }
    }

    static boolean isIn(SheetTable table) {
        return table.has("商品", "销售数量", "团当前单价", "商品总金额");
    }

    static ProductSummary of(@Nullable SheetTable table) {
        var sold = new LinkedHashMap<Goods, Sold>();
        var title = "";
        for (var line : table == null ? List.<Line>of() : table.lines()) {
            var reader = new CellReader(line);
            title = title.isEmpty()
                    ? reader.text("团购标题", LONGEST).lines().findFirst().orElse("")
                    : title;
            var goods = new Goods(reader.text("商品", LONGEST), reader.text("规格", LONGEST));
            sold.merge(goods, sold(reader), Sold::and);
        }
        return new ProductSummary(title, sold);
    }

    private static Sold sold(CellReader reader) {
        int pieces = Math.toIntExact(reader.moneyOrZero("销售数量").fen() / 100);
        return new Sold(pieces, reader.money("团当前单价"), reader.moneyOrZero("商品总金额"));
    }

    boolean isKnown() {
        return !sold.isEmpty();
    }

    boolean lists(Goods goods) {
        return sold.containsKey(goods);
    }

    Optional<Money> price(Goods goods) {
        return Optional.ofNullable(sold.get(goods)).map(Sold::price);
    }
}
