package tuanju.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.delivery.RunSheet.Progress;
import tuanju.delivery.RunSheet.Stretch;
import tuanju.desk.Bag;
import tuanju.desk.BagDecision;

/**
 * A run sheet as JSON. Names and phones are masked.
 *
 * @param asking bags whose note asks to be brought and that nobody carries yet
 */
record DeliveryView(String version, Sum checkSum, Progress progress, List<InBuilding> buildings, List<Asking> asking) {

    /** What its paper must add up to. */
    record Sum(int lines, long pieces, long amountFen) {}

    /** One building of the way; empty where nobody could read its number. */
    record InBuilding(String building, Progress progress, List<Door> doors) {}

    /**
     * A household's bag.
     *
     * @param order one of its orders: what the bag is addressed by
     * @param point where it is fetched from
     * @param openFen what is not paid of it
     * @param handover null until it was delivered
     * @param decided null unless nobody came for it and it was given away or returned
     */
    record Door(
            String order,
            List<String> orders,
            String building,
            @Nullable String unit,
            String room,
            String people,
            String phones,
            String point,
            long pieces,
            long openFen,
            List<Item> items,
            @Nullable Handover handover,
            BagDecision.@Nullable Outcome decided) {

        static Door of(Bag bag) {
            var decided = bag.decided();
            return new Door(
                    bag.key(),
                    bag.orders().stream().map(Bag.Part::code).toList(),
                    bag.building(),
                    bag.unit(),
                    bag.room(),
                    bag.people(),
                    bag.phones(),
                    bag.point().name(),
                    bag.pieces(),
                    bag.open().fen(),
                    Item.of(bag),
                    Handover.of(bag),
                    decided == null ? null : decided.outcome());
        }
    }

    /** So many pieces of one product that are carried. */
    record Item(String title, int quantity) {

        static List<Item> of(Bag bag) {
            return bag.orders().stream()
                    .filter(order -> !bag.waits() || order.waits())
                    .flatMap(order -> order.items().stream())
                    .map(item -> new Item(item.said(), bag.waits() ? item.left() : item.quantity()))
                    .filter(item -> item.quantity() > 0)
                    .toList();
        }
    }

    /** When it was delivered, by whom, and where it was left. */
    record Handover(Instant at, String by, String leftWith) {

        static @Nullable Handover of(Bag bag) {
            var at = bag.orders().getLast().collectedAt();
            return !bag.collected() || at == null ? null : new Handover(at, bag.by(), bag.leftWith());
        }
    }

    /** A bag whose note asks for it. */
    record Asking(String order, String door, String people, String note) {}

    static DeliveryView of(RunSheet sheet, DoorPlan plan) {
        var sum = sheet.checkSum();
        return new DeliveryView(
                sheet.version(),
                new Sum(sum.lines(), sum.pieces(), sum.amount().fen()),
                sheet.progress(),
                sheet.buildings().stream().map(DeliveryView::building).toList(),
                plan.asked().stream()
                        .filter(door -> door.open() && !door.marked())
                        .map(door -> new Asking(door.key(), door.door(), door.people(), door.note()))
                        .toList());
    }

    private static InBuilding building(Stretch stretch) {
        return new InBuilding(
                stretch.building(),
                stretch.progress(),
                stretch.doors().stream().map(Door::of).toList());
    }
}
