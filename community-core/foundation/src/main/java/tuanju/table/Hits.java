package tuanju.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of some words in one table.
 *
 * @param cells of the first rows, each by what says what it is
 * @param all how many match; null where they are too many to be counted
 * @param address of the table with all of them
 */
record Hits(
        DeskTable.Sign sign,
        List<TableCell> cells,
        @Nullable Long all,
        String address) {}
