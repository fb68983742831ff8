package tuanju.cycle.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tuanju.address.WrittenAddress;
import tuanju.money.Money;

/**
 * One order line as the file has it, checked cell by cell but not yet understood.
 *
 * @param row its number in the sheet
 * @param number 跟团号, which the tool gives to each order of a buyer
 * @param amount of the goods; null where the cell is empty
 * @param orderAmount of the whole order; zero or null on all lines but its first
 * @param original every cell as it stands, kept as evidence
 */
public record ExportLine(
        int row,
        String number,
        String buyer,
        String recipient,
        String phone,
        String note,
        String product,
        String specColumn,
        int quantity,
        @Nullable Money amount,
        @Nullable Money orderAmount,
        Money freight,
        Money discount,
        Money refund,
        WrittenAddress address,
        String leader,
        String placeAddress,
        List<String> formulas,
        Map<String, String> original) {

    /** Who the bag is for: the recipient, else the buyer; empty where neither is named. */
    public String name() {
        return recipient.isEmpty() ? buyer : recipient;
    }

    boolean namesOrderAmount() {
        return orderAmount != null && !orderAmount.isZero();
    }
}
