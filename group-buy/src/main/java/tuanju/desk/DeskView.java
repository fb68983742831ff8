package tuanju.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tuanju.member.MemberCard;
import tuanju.member.MemberId;
import tuanju.money.Money;
import tuanju.pickup.Building;
import tuanju.pickup.Household;
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

    /** A building with its bags, those that wait first. */
    record InBuilding(String label, Progress progress, List<Bag> waiting, List<Bag> done) {
        static InBuilding of(Building building, List<Bag> bags) {
            return new InBuilding(
                    building.label(),
                    Progress.of(bags),
                    bags.stream().filter(bag -> !bag.collected()).toList(),
                    bags.stream().filter(Bag::collected).toList());
        }
    }

    /** A household's bag. Names and phones are masked. */
    record Bag(
            String key,
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
                    household.building().label(),
                    household.room(),
                    household.people(),
                    household.phones(),
                    household.collected(),
                    sum.pieces(),
                    sum.amount(),
                    household.orders().stream()
                            .map(order -> Part.of(order, hands))
                            .toList());
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

    /** One order in a bag; at and by are empty until it was handed over. */
    record Part(
            String code,
            String pickupCode,
            String name,
            String phone,
            String note,
            boolean collected,
            String at,
            String by,
            List<Item> items) {
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
                    order.lines().stream()
                            .map(line -> new Item(line.title(), line.quantity()))
                            .toList());
        }
    }

    /** What to lay into the bag. */
    record Item(String title, int quantity) {}

    /** Who handed an order over and when, in words. */
    record Hands(Map<UUID, HandoverNote> notes, Map<MemberId, MemberCard> staff, ZoneId zone) {
        String at(PickupOrder order) {
            var at = order.collectedAt();
            return at == null ? "" : HandingOver.moment(at, zone);
        }

        String by(PickupOrder order) {
            var note = notes.get(order.id());
            var card = note == null ? null : staff.get(note.by());
            return card == null ? "" : card.name();
        }
    }

    static DeskView of(Desk desk, PickupSheet sheet, Hands hands) {
        var buildings = sheet.byBuilding().entrySet().stream()
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
