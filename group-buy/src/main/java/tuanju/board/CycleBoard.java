package tuanju.board;

import java.time.Instant;
import java.util.List;
import tuanju.cycle.CycleCard;
import tuanju.pickup.PickupProgress.OfBuilding;

/** A cycle at one moment: its stages, its money, and how far the hand-over is in each building. */
record CycleBoard(
        CycleCard cycle, Instant asOf, List<Stage> stages, int refunded, Reckoning money, List<OfBuilding> buildings) {

    CycleBoard {
        stages = List.copyOf(stages);
        buildings = List.copyOf(buildings);
    }

    /** Whether goods are being handed over or were, so that buildings are worth looking at. */
    public boolean isPickupDay() {
        return switch (cycle.status()) {
            case ARRIVED, HANDING_OVER, DONE -> !buildings.isEmpty();
            case DRAFT, OPEN, BOXFILL, CLOSED, ORDERED, LAPSED -> false;
        };
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
