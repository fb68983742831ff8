package tuanju.cycle.ordering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.cycle.CycleCard;
import tuanju.cycle.CyclePoint;
import tuanju.cycle.CycleProduct;
import tuanju.cycle.CycleProgress;

/**
 * A cycle one can order in now, as a stranger sees it.
 *
 * @param points where and when it is collected
 * @param households how many have paid orders in it
 * @param minimum how far it is to what it needs; null where it goes ahead anyway
 */
public record CycleOnOffer(
        CycleCard cycle,
        List<CyclePoint> points,
        List<CycleProduct> products,
        int households,
        CycleProgress.@Nullable ToMinimum minimum) {}
