package tuanju.board;

import java.time.Instant;
import java.util.List;
import tuanju.cycle.CycleCard;
import tuanju.pickup.PickupProgress.OfBuilding;

/** A cycle at one moment: its stages, where its orders are, its money, and how far the hand-over is in each building. */
record CycleBoard(
        CycleCard cycle,
        Instant asOf,
        List<Stage> stages,
        List<Whereabouts> places,
        int refunded,
        Reckoning money,
        List<OfBuilding> buildings) {

    CycleBoard {
        stages = List.copyOf(stages);
        places = List.copyOf(places);
        buildings = List.copyOf(buildings);
    }

    /** Whether goods are being handed over or were, so that buildings are worth looking at. */
    public boolean isPickupDay() {
        return switch (cycle.status()) {
            case ARRIVED, HANDING_OVER, DONE -> !buildings.isEmpty();
            case DRAFT, OPEN, BOXFILL, CLOSED, ORDERED, LAPSED -> false;
        };
    }

    /** Places where something is. */
    public List<Whereabouts> filledPlaces() {
        return places.stream().filter(it -> it.orders() > 0).toList();
    }

    /** Every order whose goods come or came, in whatever place. */
    public int placedOrders() {
        return places.stream().mapToInt(Whereabouts::orders).sum();
    }

    public long placedPieces() {
        return places.stream().mapToLong(Whereabouts::pieces).sum();
    }

    public int done() {
        return buildings.stream().mapToInt(OfBuilding::done).sum();
    }

    public int bags() {
        return buildings.stream().mapToInt(OfBuilding::bags).sum();
    }

    /** What the page's picture of the money shows: where everything expected is now. */
    public List<Share> shares() {
        return Share.of(money);
    }
}
