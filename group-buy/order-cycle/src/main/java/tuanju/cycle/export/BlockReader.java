package tuanju.cycle.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tuanju.address.AddressReader;
import tuanju.cycle.export.LineFlag.Kind;
import tuanju.money.Money;

/** Reads the lines of one exported order together: its amount, its numbers, its names and phones. */
record BlockReader(LineReader lineReader, AddressReader addressReader, boolean hasOrderAmounts) {

    private static final Pattern MIDDLE = Pattern.compile("(?<=^.{3}).*(?=.{4}$)");

    List<ReadLine> read(OrderBlock block) {
        var address = addressReader.read(block.address());
        var read = new ArrayList<ReadLine>();
        for (var line : block.lines()) {
            var flagged = lineReader.read(line, address);
            for (var flag : flags(line, block)) {
                flagged = flagged.flagged(flag);
            }
            read.add(flagged);
        }
        if (hasOrderAmounts) {
            orderAmount(block, read).forEach(flag -> read.set(0, read.getFirst().flagged(flag)));
        }
        return read;
    }

    private List<LineFlag> flags(ExportLine line, OrderBlock block) {
        var flags = new ArrayList<LineFlag>();
        var names = block.byName();
        if (!line.number().equals(block.number())) {
            flags.add(Kind.NUMBER_BREAKS_RUN.with(line.number() + " → " + block.number()));
        }
        if (names.size() > 1) {
            flags.add(Kind.TWO_BUYERS.with(String.join(" / ", names.keySet())));
        }
        var phone = names.getOrDefault(line.name(), block.lines()).getFirst().phone();
        if (!line.phone().equals(phone)) {
            flags.add(Kind.PHONE_DIFFERS.with(masked(line.phone()) + " ≠ " + masked(phone)));
        }
        if (line != block.lines().getFirst() && line.namesOrderAmount() && line.orderAmount() != null) {
            flags.add(Kind.ORDER_AMOUNT_REPEATED.with(line.orderAmount().yuan()));
        }
        return flags;
    }

    private static List<LineFlag> orderAmount(OrderBlock block, List<ReadLine> read) {
        var named = block.lines().stream().filter(ExportLine::namesOrderAmount).toList();
        var goods = read.stream().map(ReadLine::amount).reduce(Money.ZERO, Money::plus);
        var freight = block.lines().stream().map(ExportLine::freight).reduce(Money.ZERO, Money::plus);
        var discount = block.lines().stream().map(ExportLine::discount).reduce(Money.ZERO, Money::plus);
        if (named.isEmpty()) {
            return goods.isZero() ? List.of() : List.of(Kind.ORDER_AMOUNT_MISSING.with(goods.yuan()));
        }
        var said = named.stream()
                .map(ExportLine::orderAmount)
                .filter(Objects::nonNull)
                .reduce(Money.ZERO, Money::plus);
        boolean same = said.plus(discount).equals(goods.plus(freight));
        return same ? List.of() : List.of(Kind.ORDER_AMOUNT_DIFFERS.with(said.yuan() + " ≠ " + goods.yuan()));
    }

    private static String masked(String phone) {
        return phone.length() < 8 ? "****" : MIDDLE.matcher(phone).replaceFirst("****");
    }
}
