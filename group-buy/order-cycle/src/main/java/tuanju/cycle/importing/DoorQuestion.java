package tuanju.cycle.importing;

import tuanju.address.Door;
import tuanju.order.book.OrderSheet;

/**
 * A door (门牌) that leaves open whose bag it is. Its leader is asked; nothing is guessed and nothing is laid together.
 *
 * @param meant what the door would be if the answer is yes; the door as it is where nothing can be proposed
 * @param evidence the words it was found in; empty where what is missing is the question
 */
record DoorQuestion(OrderSheet order, Why why, Door meant, String evidence) {

    /** What is open; each has a sentence under {@code cycle.door.<name>}. */
    enum Why {
        /** The unit was typed with the building or the room: 1-502. */
        UNIT_IN_FIELD,
        /** The order's words name a unit that its door does not have. */
        UNIT_IN_WORDS,
        /** Other doors of the building have a unit. */
        UNIT_MISSING,
        /** A room, but no building. */
        BUILDING_MISSING,
        /** A building and a unit, but no room. */
        ROOM_MISSING
    }
}
