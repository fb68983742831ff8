package tuanju.cycle.export;

import java.util.List;
import java.util.stream.Stream;
import tuanju.address.Address;
import tuanju.address.Attention;
import tuanju.money.Money;

/**
 * One line, understood.
 *
 * @param amount what was paid for it: as the file says, also where that is not price times pieces
 */
public record ReadLine(
        ExportLine written, String product, String spec, Money amount, Address address, List<LineFlag> flags) {

    public ReadLine {
        flags = List.copyOf(flags);
    }

    public Attention attention() {
        return flags.stream().map(LineFlag::attention).reduce(address.attention(), Attention::worst);
    }

    /** Everything there is to say about this line, the address first. */
    public List<Remark> remarks() {
        return Stream.concat(
                        address.flags().stream()
                                .map(flag -> new Remark(flag.kind().name(), flag.attention(), flag.evidence())),
                        flags.stream().map(flag -> new Remark(flag.kind().name(), flag.attention(), flag.evidence())))
                .toList();
    }

    /** The same goods of this spec. */
    ReadLine of(String other) {
        return new ReadLine(written, product, other, amount, address, flags);
    }

    boolean has(LineFlag.Kind kind) {
        return flags.stream().anyMatch(flag -> flag.kind() == kind);
    }

    ReadLine without(LineFlag.Kind kind) {
        return new ReadLine(
                written,
                product,
                spec,
                amount,
                address,
                flags.stream().filter(flag -> flag.kind() != kind).toList());
    }

    ReadLine flagged(LineFlag flag) {
        return new ReadLine(
                written,
                product,
                spec,
                amount,
                address,
                Stream.concat(flags.stream(), Stream.of(flag)).toList());
    }
}
