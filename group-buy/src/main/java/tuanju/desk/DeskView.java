package tuanju.desk;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.pickup.Household;
import tuanju.pickup.PickupLine;
import tuanju.pickup.PickupOrder;
import tuanju.pickup.PickupSheet;

/** A desk on a phone: what is left and what is done, by building. */
record DeskView(String path, String community, Progress progress, List<InBuilding> buildings) {

    /** How far it is. */
    record Progress(int done, int of) {
        public boolean complete() {
            return done == of;
        }

        static Progress of(List<Bag> bags) {
            return new Progress((int) bags.stream().filter(Bag::collected).count(), bags.size());
        }
    }

    /**
     * A building with its bags, those that wait first.
     *
     * @param at the pickup point they wait at; empty where the desk has only one
     */
    record InBuilding(String label, String at, Progress progress, List<Bag> waiting, List<Bag> done) {
        static InBuilding of(BuildingAt where, List<Bag> bags) {
            return new InBuilding(
                    where.building().label(),
                    where.point(),
                    Progress.of(bags),
                    bags.stream().filter(bag -> !bag.collected()).toList(),
                    bags.stream().filter(Bag::collected).toList());
        }
    }

    /** A household's bag. Names and phones are masked. */
    record Bag(
            String key,
            PickupOrder.Point point,
            String building,
            String room,
            String people,
            String phones,
            boolean collected,
            long pieces,
            Money amount,
            List<Part> orders) {
        static Bag of(Household household, Hands hands) {
            var sum = household.sum();
            return new Bag(
                    household.key(),
                    household.point(),
                    household.building().label(),
                    household.room(),
                    household.people(),
                    household.phones(),
                    household.collected(),
                    pieces(household, hands),
                    sum.amount(),
                    household.orders().stream()
                            .map(order -> Part.of(order, hands))
                            .toList());
        }

        /** Those that still wait; all of them once everything is handed over. */
        private static long pieces(Household household, Hands hands) {
            long handed = household.collected()
                    ? 0
                    : household.orders().stream()
                            .flatMap(order -> hands.parts(order).stream())
                            .mapToLong(part -> part.pieces().pieces())
                            .sum();
            return household.sum().pieces() - handed;
        }

        /** Whether its buyer has some of it already. */
        public boolean partly() {
            return !collected
                    && orders.stream().anyMatch(order -> !order.parts().isEmpty());
        }

        /** Where it was left for the buyer; empty when the buyer took it. */
        public String leftWith() {
            return orders.getLast().leftWith();
        }

        /** When the last of it was handed over; empty while it waits. */
        public String at() {
            return orders.getLast().at();
        }

        public String by() {
            return orders.getLast().by();
        }

        public long waiting() {
            return orders.stream().filter(order -> !order.collected()).count();
        }
    }

    /** Pieces that left before the rest, in words. */
    record Earlier(UUID id, String title, int pieces, String at, String by) {}

    /** One order in a bag; at, by and leftWith are empty until it was handed over. */
    record Part(
            String code,
            String pickupCode,
            String name,
            String phone,
            String note,
            boolean collected,
            String at,
            String by,
            String leftWith,
            List<Item> items,
            List<Earlier> parts) {
        static Part of(PickupOrder order, Hands hands) {
            return new Part(
                    order.code(),
                    order.pickupCode(),
                    order.name(),
                    order.maskedPhone(),
                    order.note(),
                    order.collected(),
                    hands.at(order),
                    hands.by(order),
                    hands.leftWith(order),
                    Item.of(order, hands.parts(order)),
                    hands.earlier(order));
        }

        /** Pieces that still wait. */
        public int left() {
            return collected ? 0 : items.stream().mapToInt(Item::left).sum();
        }
    }

    /**
     * What to lay into the bag.
     *
     * @param handed pieces of it that left before the rest
     */
    record Item(String title, int quantity, int handed, String product, String spec) {

        /** One for each product, however many lines it stands in. */
        static List<Item> of(PickupOrder order, List<PartNote> parts) {
            var items = new LinkedHashMap<String, Item>();
            for (var line : order.lines()) {
                var item = new Item(line.title(), line.quantity(), 0, line.product(), line.spec());
                items.merge(line.product() + "\n" + line.spec(), item, Item::plus);
            }
            for (var part : parts) {
                var of = part.pieces();
                items.computeIfPresent(of.productName() + "\n" + of.spec(), (key, item) -> item.handing(of.pieces()));
            }
            return List.copyOf(items.values());
        }

        /** Pieces that still wait. */
        public int left() {
            return quantity - handed;
        }

        private Item plus(Item other) {
            return new Item(title, quantity + other.quantity, handed + other.handed, product, spec);
        }

        private Item handing(int pieces) {
            return new Item(title, quantity, handed + pieces, product, spec);
        }
    }

    /** Who handed an order over and when, in words. */
    record Hands(
            Map<UUID, HandoverNote> notes,
            Map<UUID, List<PartNote>> parts,
            Map<MemberId, MemberCard> staff,
            ZoneId zone) {
        String at(PickupOrder order) {
            var at = order.collectedAt();
            return at == null ? "" : HandingOver.moment(at, zone);
        }

        String by(PickupOrder order) {
            var note = notes.get(order.id());
            var card = note == null ? null : staff.get(note.by());
            return card == null ? "" : card.name();
        }

        String leftWith(PickupOrder order) {
            var note = notes.get(order.id());
            return note == null ? "" : note.leftWith();
        }

        List<PartNote> parts(PickupOrder order) {
            return parts.getOrDefault(order.id(), List.of());
        }

        List<Earlier> earlier(PickupOrder order) {
            return parts(order).stream().map(this::earlier).toList();
        }

        private Earlier earlier(PartNote part) {
            var card = staff.get(part.by());
            var of = part.pieces();
            return new Earlier(
                    part.id(),
                    new PickupLine(of.productName(), of.spec(), of.pieces(), Money.ZERO).title(),
                    of.pieces(),
                    HandingOver.moment(part.at(), zone),
                    card == null ? "" : card.name());
        }
    }

    static DeskView of(Desk desk, PickupSheet sheet, Hands hands) {
        boolean several = sheet.isAtSeveralPoints();
        var buildings = sheet.households().stream()
                .collect(Collectors.groupingBy(bag -> BuildingAt.of(bag, several), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(held -> InBuilding.of(
                        held.getKey(),
                        held.getValue().stream().map(bag -> Bag.of(bag, hands)).toList()))
                .toList();
        var all = new Progress(
                buildings.stream().mapToInt(in -> in.progress().done()).sum(),
                buildings.stream().mapToInt(in -> in.progress().of()).sum());
        return new DeskView(desk.path(), desk.community().name(), all, buildings);
    }
}
