package tuanju.teambuy.joining;

import java.util.List;
import java.util.UUID;
import tuanju.community.PickupPointCard;

/**
 * A pickup point one may choose when joining, as the API shows it to everyone; the exact door is told with the order.
 *
 * @param id to be sent as "pickupPoint"
 */
record PointChoice(UUID id, String name, String area, String hours) {

    static List<PointChoice> of(List<PickupPointCard> points) {
        return points.stream()
                .map(it -> new PointChoice(it.id(), it.name(), it.area(), it.hours()))
                .toList();
    }
}
