package tuanju.insight;

import java.util.List;

/**
 * Everything on the operator's first page, read at one moment.
 *
 * @param began whether anything was ever sold here; before that the page says how to begin
 */
record Dashboard(Sales sales, Ranking products, Ranking leaders, Ranking communities, boolean began) {

    List<Tile> tiles() {
        return Tile.of(sales);
    }
}
