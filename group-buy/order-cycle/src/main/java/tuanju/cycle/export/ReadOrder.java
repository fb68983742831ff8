package tuanju.cycle.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tuanju.address.Address;
import tuanju.address.AddressFlag;
import tuanju.money.Money;

/**
 * Lines that go into one bag: one buyer, one door, one 跟团号.
 *
 * @param key names the order within its cycle, however often the file is saved again
 * @param content changes when anything about goods or money changes
 */
public record ReadOrder(String key, String content, String number, List<ReadLine> lines) {

    public ReadOrder {
        lines = List.copyOf(lines);
    }

    /** The same with specs that are known elsewhere; what tells it from others, and from what it was, stays. */
    ReadOrder knowing(KnownSpecs specs) {
        return new ReadOrder(
                key, content, number, lines.stream().map(specs::read).toList());
    }

    /** Who the bag is for; where nobody is named, the 跟团号 stands in. */
    public String name() {
        var name = lines.getFirst().written().name();
        return name.isEmpty() ? "#" + number : name;
    }

    public String phone() {
        return lines.getFirst().written().phone();
    }

    public Address address() {
        return lines.getFirst().address();
    }

    public Money amount() {
        return lines.stream().map(ReadLine::amount).reduce(Money.ZERO, Money::plus);
    }

    public int pieces() {
        return lines.stream().mapToInt(line -> line.written().quantity()).sum();
    }

    /** Notes and wishes of all lines, each once. */
    public String note() {
        var notes = lines.stream().map(line -> line.written().note());
        var wishes = address().flags().stream()
                .filter(flag -> flag.kind() == AddressFlag.Kind.REQUEST)
                .map(AddressFlag::evidence);
        return Stream.concat(notes, wishes)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
