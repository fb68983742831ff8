package tuanju.cycle.export;

import java.util.LinkedHashMap;
import java.util.Map;
import tuanju.cycle.export.ProductSummary.Goods;
import tuanju.money.Money;

/** The sheet 服务小区商品汇总表: what goes to each community, as the tool itself counted; all its rows together. */
record PlaceSummary(int orders, int pieces, Money amount, Map<Goods, Integer> byGoods) {

    static boolean isIn(SheetTable table) {
        return table.has("服务小区", "订单总数", "商品总数", "商品总金额");
    }

    static PlaceSummary of(SheetTable table) {
        var byGoods = new LinkedHashMap<Goods, Integer>();
        var goods = table.columns().stream().filter(name -> name.endsWith(")")).toList();
        int orders = 0;
        int pieces = 0;
        var amount = Money.ZERO;
        for (var line : table.lines()) {
            var cells = new CellReader(line);
            orders += whole(cells, "订单总数");
            pieces += whole(cells, "商品总数");
            amount = amount.plus(cells.moneyOrZero("商品总金额"));
            goods.forEach(name -> byGoods.merge(Goods.in(name), whole(cells, name), Integer::sum));
        }
        return new PlaceSummary(orders, pieces, amount, byGoods);
    }

    private static int whole(CellReader cells, String column) {
        return Math.toIntExact(cells.moneyOrZero(column).fen() / 100);
    }
}
