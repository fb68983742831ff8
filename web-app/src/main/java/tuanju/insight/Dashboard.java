package tuanju.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything on the operator's first page, read at one moment.
 *
 * @param began whether anything was ever sold here; before that the page says how to begin
 */
record Dashboard(Sales sales, Ranking products, Ranking leaders, Ranking communities, boolean began) {

    static final List<String> COLUMNS = List.of("gmv", "orders", "average", "buyers", "newBuyers", "refunded");

    static final List<String> TEAM_COLUMNS = List.of("formed", "lapsed", "success");

    /** What the table of sales shows of a day, in this order; what is behind each is found by these names. */
    public List<String> columns() {
        return COLUMNS;
    }

    public List<String> teamColumns() {
        return TEAM_COLUMNS;
    }

    public List<Tile> tiles() {
        return Tile.of(sales);
    }

    /** A day or period as the table of sales shows it. */
    public List<String> cells(Figures figures) {
        return List.of(
                Shown.yuan(figures.gmvFen()),
                Shown.count(figures.orders()),
                Shown.yuan(figures.averageFen()),
                Shown.count(figures.buyers()),
                Shown.count(figures.newBuyers()),
                Shown.yuan(figures.refundedFen()));
    }

    public List<String> teamCells(Figures figures) {
        return List.of(Shown.count(figures.formed()), Shown.count(figures.lapsed()), Shown.rate(figures.successRate()));
    }

    /** A line of a ranking, with its share of the sales. */
    public List<String> rankingCells(Ranking.Row row, boolean withOrders) {
        var all = sales.totals().gmvFen();
        var cells = new ArrayList<String>();
        if (withOrders) {
            cells.add(Shown.count(row.orders()));
        }
        cells.add(Shown.count(row.pieces()));
        cells.add(Shown.yuan(row.fen()));
        cells.add(Shown.rate(all == 0 ? null : row.fen() * 10_000 / all));
        cells.add(Shown.yuan(row.previousFen()));
        return cells;
    }

    public String importedYuan() {
        return Shown.yuan(sales.totals().importedFen());
    }
}
