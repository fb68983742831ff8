package tuanju.desk.offline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tuanju.desk.BagDecision;

/**
 * A desk's list for a phone that may lose its network: nothing in it names or reaches a person.
 *
 * @param owner stands for whose list it is, so that another person on the same phone begins anew
 * @param until when the phone throws it away
 * @param over nothing is handed over any more: the phone throws it away at once
 * @param salt goes in front of a pickup code before it is hashed
 */
record DeskSnapshot(String owner, String path, String title, Instant until, boolean over, String salt, List<Bag> bags) {

    /**
     * A household's bag.
     *
     * @param point the pickup point it waits at
     * @param at the name of that point; empty where the list has only one
     */
    record Bag(
            String key,
            UUID point,
            String at,
            String community,
            String building,
            String unit,
            String room,
            String people,
            long pieces,
            List<Part> orders) {}

    /**
     * An order in a bag.
     *
     * @param trace of the pickup code: finds the bag for who types the code, and fits a thousand other codes
     * @param handover the hand-over that stands; null while it waits
     * @param openFen what is not paid of it
     * @param decided what became of it, as nobody came; null otherwise. At and by say who decided that, or handed it over
     */
    record Part(
            String code,
            String trace,
            String name,
            String lastFour,
            String note,
            boolean collected,
            @Nullable String handover,
            BagDecision.@Nullable Outcome decided,
            String at,
            String by,
            List<Item> items,
            long openFen) {}

    /** What is left to lay into the bag. */
    record Item(String title, int quantity) {}
}
