package tuanju.cycle;

import java.util.List;
import tuanju.money.Money;

/** What is not over at a cycle whose leader wants to end it; told by each module of its own. */
public interface OpenEnds {

    /** Nothing where nothing is open. */
    List<OpenEnd> of(CycleCard cycle);

    /**
     * So many of one thing.
     *
     * @param kind a stable word: bags, complaints, unpaid, paybacks
     * @param key message key; it is given the count and the amount
     * @param count more than none
     * @param amount of all of them together; none where money is not what is open
     */
    record OpenEnd(String kind, String key, long count, Money amount) {}
}
