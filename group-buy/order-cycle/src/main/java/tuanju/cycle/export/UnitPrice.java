package tuanju.cycle.export;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import tuanju.cycle.export.SheetTable.Cell;

/** What a line costs in an export that says the price of one piece only. */
final class UnitPrice {

    private static final Pattern FIGURE = Pattern.compile("[¥￥]?\\s?([0-9]{1,7}(?:\\.[0-9]{1,10})?)");

    private UnitPrice() {}

    /** The price times the pieces; the price itself where one of both is no figure, so that its cell is named and refused. */
    static Cell times(Map<String, Cell> cells) {
        var price = cells.getOrDefault(OrderColumn.PRICE.known(), Cell.EMPTY);
        var each = FIGURE.matcher(price.text().strip());
        var pieces = FIGURE.matcher(cells.getOrDefault(OrderColumn.QUANTITY.known(), Cell.EMPTY)
                .text()
                .strip());
        if (price.broken() || !each.matches() || !pieces.matches()) {
            return price;
        }
        var amount = new BigDecimal(each.group(1)).multiply(new BigDecimal(pieces.group(1)));
        return new Cell(amount.toPlainString(), price.formula(), false);
    }
}
