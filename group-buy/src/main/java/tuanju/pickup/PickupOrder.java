package tuanju.pickup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;

/**
 * One order to be handed over, as its snapshot says. Names and phones are masked already.
 *
 * @param person who ordered, as no mask can say: two of the same surname and the same last four digits differ here
 * @param note what the buyer wrote for the leader; phone numbers in it are masked
 * @param collectedAt null until it was handed over
 */
public record PickupOrder(
        UUID id,
        String code,
        String pickupCode,
        Door door,
        String name,
        String maskedPhone,
        UUID person,
        String note,
        @Nullable Instant collectedAt,
        Point point,
        List<PickupLine> lines) {

    /** The pickup point it is collected at. */
    public record Point(UUID id, String name) {}

    public PickupOrder {
        lines = List.copyOf(lines);
    }

    public boolean collected() {
        return collectedAt != null;
    }

    public CheckSum sum() {
        return CheckSum.of(lines);
    }
}
