package tuanju.board;

import java.util.List;
import tuanju.order.book.OrderRecord;

/**
 * The orders that are in one place; every order whose goods come or came is in exactly one.
 *
 * @param handed pieces of them that their buyers have
 * @param pieces all pieces of them
 */
record Whereabouts(Place place, int orders, long handed, long pieces) {

    /** Where an order can be, in the order of its way. */
    enum Place {
        /** The goods are not here yet. */
        ON_ITS_WAY,
        /** Here, and its pickup time is not over. */
        WAITING,
        /** Its buyer has some pieces; the rest waits. */
        PARTLY,
        /** Handed over whole. */
        HANDED_OVER,
        /** The pickup time is over; nobody came and nobody was reminded. */
        LATE,
        REMINDED,
        /** Nobody came, and somebody else has it. */
        GIVEN_AWAY,
        /** Nobody came, and it went back to where the goods came from. */
        RETURNED
    }

    static Whereabouts of(Place place, List<Placed> all) {
        var here = all.stream().filter(it -> it.place() == place).toList();
        return new Whereabouts(
                place,
                here.size(),
                here.stream().mapToLong(Placed::handed).sum(),
                here.stream().mapToLong(it -> it.order().pieces()).sum());
    }

    /** An order, where it is, and how many of its pieces its buyer has. */
    record Placed(OrderRecord order, Place place, long handed) {

        /** Whether its pickup time is over and something of it was not fetched. */
        boolean isMissed() {
            return switch (place) {
                case LATE, REMINDED, GIVEN_AWAY, RETURNED -> true;
                case ON_ITS_WAY, WAITING, PARTLY, HANDED_OVER -> false;
            };
        }

        long left() {
            return order.pieces() - handed;
        }
    }
}
