package tuanju.delivery;

import java.util.List;

/**
 * All bags of a cycle with whether they are carried to their doors: what a leader chooses from.
 *
 * @param asked those whose note asks for it
 * @param others the rest, in walking order
 */
record DoorPlan(List<Door> asked, List<Door> others) {

    /**
     * A household's bag.
     *
     * @param orders the codes of its orders, joined by dots: what a page names it by, so that it is known while one of them is
     *     in it
     * @param marked whether it is carried
     * @param offered whether the page ticks it: marked, or asked for while nothing was chosen yet
     * @param open whether that can still change
     */
    record Door(
            String key,
            String orders,
            String door,
            String people,
            String note,
            long pieces,
            boolean marked,
            boolean offered,
            boolean open) {}

    public boolean isEmpty() {
        return asked.isEmpty() && others.isEmpty();
    }

    /** Those that ask for it and are not carried yet. */
    public long unanswered() {
        return asked.stream().filter(door -> door.open() && !door.marked()).count();
    }
}
