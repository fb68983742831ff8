package tuanju.pickup;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import tuanju.address.Building;
import tuanju.order.dues.Dues;

/** The orders of a sheet in one arrangement, in two levels of headings; every level sums what it really holds. */
@NamedInterface("rooms")
public record SortedList(Arrangement arrangement, List<Section> sections) {

    public SortedList {
        sections = List.copyOf(sections);
    }

    public CheckSum sum() {
        return CheckSum.total(sections.stream().map(Section::sum));
    }

    /** Where the money of all orders on it is. */
    public Dues dues() {
        return Dues.sum(
                entries().map(Entry::order).distinct().map(PickupOrder::dues).toList());
    }

    public Stream<Entry> entries() {
        return sections.stream()
                .flatMap(section -> section.groups().stream())
                .flatMap(group -> group.entries().stream());
    }

    /** Whether its bags wait at more than one pickup point, so that each must say at which. */
    public boolean isAtSeveralPoints() {
        return entries()
                        .map(entry -> entry.order().point().id())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    /**
     * A building, or a product in the arrangement by product.
     *
     * @param point the pickup point it is sorted for; empty where goods of all points stand together
     */
    public record Section(String point, Heading heading, List<Group> groups) {
        public Section {
            groups = List.copyOf(groups);
        }

        public CheckSum sum() {
            return CheckSum.total(groups.stream().map(Group::sum));
        }

        public long households() {
            return groups.stream()
                    .flatMap(group -> group.entries().stream())
                    .map(entry -> entry.household().key())
                    .distinct()
                    .count();
        }
    }

    /** A household, a building or a product under its section. */
    public record Group(Heading heading, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }

        public CheckSum sum() {
            return CheckSum.of(entries.stream().map(Entry::line).toList());
        }
    }

    /** One line of one order behind one door. */
    public record Entry(Household household, PickupOrder order, PickupLine line) {}

    /** What a section or group is about. */
    public sealed interface Heading {
        record OfBuilding(Building building) implements Heading {}

        record OfProduct(String title) implements Heading {}

        record OfHousehold(Household household) implements Heading {}
    }
}
