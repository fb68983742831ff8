package tuanju.pickup.lists;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tuanju.address.Door;
import tuanju.money.Money;
import tuanju.order.dues.DuesInFen;
import tuanju.pickup.CheckSum;
import tuanju.pickup.Household;
import tuanju.pickup.PickupLine;
import tuanju.pickup.SortedList;
import tuanju.pickup.SortedList.Entry;
import tuanju.pickup.SortedList.Group;
import tuanju.pickup.SortedList.Heading;
import tuanju.pickup.SortedList.Section;

/** A list as JSON and as pages show it; titles are empty where building or room are unknown. */
record ListView(String arrangement, String version, Sum checkSum, DuesInFen dues, List<Part> sections) {

    /** What must add up. */
    record Sum(int lines, long pieces, long amountFen) {
        static Sum of(CheckSum sum) {
            return new Sum(sum.lines(), sum.pieces(), sum.amount().fen());
        }

        public Money money() {
            return Money.ofFen(amountFen);
        }
    }

    /** What a section or group is about. */
    enum Kind {
        BUILDING,
        PRODUCT,
        HOUSEHOLD
    }

    /**
     * A section: a building or a product.
     *
     * @param point the pickup point it is sorted for; empty where goods of all points stand together
     * @param households how many bags it touches
     */
    record Part(String point, Kind kind, String title, long households, Sum checkSum, List<Sub> groups) {}

    /**
     * A group: a household, a building or a product.
     *
     * @param bag the household; null unless this is one
     */
    record Sub(Kind kind, String title, @Nullable Bag bag, Sum checkSum, List<Line> lines) {}

    /**
     * A household: who, and what they show at the desk. Names and phones are masked.
     *
     * @param point the pickup point its bag waits at; empty where the list holds only one
     * @param openFen what is not paid of it
     * @param dues where all its money is
     */
    record Bag(
            String point,
            String people,
            String phones,
            String notes,
            List<String> orders,
            List<String> pickupCodes,
            boolean collected,
            long openFen,
            DuesInFen dues) {

        /** What is not paid of it. */
        public Money open() {
            return Money.ofFen(openFen);
        }

        static Bag of(Household household, boolean severalPoints) {
            return new Bag(
                    severalPoints ? household.point().name() : "",
                    household.people(),
                    household.phones(),
                    household.notes(),
                    household.orderCodes(),
                    household.pickupCodes(),
                    household.collected(),
                    household.dues().open().fen(),
                    DuesInFen.of(household.dues()));
        }
    }

    /**
     * One line of one order.
     *
     * @param amountFen what it costs in the end
     * @param grams what it weighs; null unless it was weighed
     */
    record Line(
            String building,
            String unit,
            String room,
            String name,
            String product,
            String spec,
            int quantity,
            long amountFen,
            @Nullable Integer grams,
            String order,
            String pickupCode,
            boolean collected) {
        static Line of(Entry entry) {
            return new Line(
                    entry.household().building().label(),
                    entry.household().at().unit(),
                    entry.household().at().room(),
                    entry.order().name(),
                    entry.line().product(),
                    entry.line().spec(),
                    entry.line().quantity(),
                    entry.line().amount().fen(),
                    entry.line().grams(),
                    entry.order().code(),
                    entry.order().pickupCode(),
                    entry.order().collected());
        }

        /** 701, or 1-502 of a building with units. */
        public String inside() {
            return new Door("", building, unit, room).inside();
        }

        public String title() {
            return new PickupLine(product, spec, quantity, Money.ofFen(amountFen)).title();
        }

        /** What it weighs, in words; empty unless it was weighed. */
        public String weight() {
            return PickupLine.said("", grams).strip();
        }
    }

    static ListView of(SortedList list, String version) {
        return new ListView(
                list.arrangement().path(),
                version,
                Sum.of(list.sum()),
                DuesInFen.of(list.dues()),
                list.sections().stream()
                        .map(section -> part(section, list.isAtSeveralPoints()))
                        .toList());
    }

    private static Part part(Section section, boolean severalPoints) {
        return new Part(
                section.point(),
                kind(section.heading()),
                title(section.heading()),
                section.households(),
                Sum.of(section.sum()),
                section.groups().stream()
                        .map(group -> sub(group, severalPoints))
                        .toList());
    }

    private static Sub sub(Group group, boolean severalPoints) {
        var bag =
                group.heading() instanceof Heading.OfHousehold(var household) ? Bag.of(household, severalPoints) : null;
        return new Sub(
                kind(group.heading()),
                title(group.heading()),
                bag,
                Sum.of(group.sum()),
                group.entries().stream().map(Line::of).toList());
    }

    private static Kind kind(Heading heading) {
        return switch (heading) {
            case Heading.OfBuilding building -> Kind.BUILDING;
            case Heading.OfProduct product -> Kind.PRODUCT;
            case Heading.OfHousehold household -> Kind.HOUSEHOLD;
        };
    }

    private static String title(Heading heading) {
        return switch (heading) {
            case Heading.OfBuilding(var building) -> building.label();
            case Heading.OfProduct(var title) -> title;
            case Heading.OfHousehold(var household) -> household.at().inside();
        };
    }
}
