package tuanju.cycle;

import java.util.Map;
import java.util.UUID;

/** Told by modules above what was written about an order when it came, where they keep that: a door may stand in it. */
public interface WrittenDoors {

    /** The words by order; an order may be left out. */
    Map<UUID, String> written(CycleCard cycle);
}
