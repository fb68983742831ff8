package tuanju.weighing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tuanju.cycle.ByWeight;
import tuanju.cycle.CycleCard;
import tuanju.money.Money;

/** The scale's page: product by product, with what is weighed and what goes back. */
record WeighingView(CycleCard cycle, List<Part> parts) {

    /** One product and everybody who has it, in walking order. */
    record Part(UUID product, String name, String spec, ByWeight weight, List<WeighedLine> lines) {

        public long weighed() {
            return lines.stream().filter(WeighedLine::isWeighed).count();
        }

        public int grams() {
            return sum(lines.stream());
        }

        /** Of those whose weight stands. */
        public int confirmedGrams() {
            return sum(lines.stream().filter(WeighedLine::isConfirmed));
        }

        private static int sum(Stream<WeighedLine> lines) {
            return lines.map(WeighedLine::grams)
                    .mapToInt(it -> it == null ? 0 : it)
                    .sum();
        }
    }

    static WeighingView of(CycleCard cycle, List<WeighedLine> lines) {
        var byProduct = lines.stream()
                .collect(Collectors.groupingBy(WeighedLine::product, LinkedHashMap::new, Collectors.toList()));
        return new WeighingView(
                cycle,
                byProduct.values().stream()
                        .map(it -> new Part(
                                it.getFirst().product(),
                                it.getFirst().productName(),
                                it.getFirst().spec(),
                                it.getFirst().weight(),
                                it))
                        .toList());
    }

    public boolean isOpen() {
        return Weighing.isWeighing(cycle) && !parts.isEmpty();
    }

    public int all() {
        return parts.stream().mapToInt(it -> it.lines().size()).sum();
    }

    public long weighed() {
        return parts.stream().mapToLong(Part::weighed).sum();
    }

    /** Orders whose difference nobody has decided to pay back yet. */
    public long waiting() {
        return lines().stream()
                .filter(it -> it.isWeighed() && !it.isConfirmed())
                .count();
    }

    /** What would go back to them. */
    public Money toPayBack() {
        return lines().stream()
                .filter(it -> it.isWeighed() && !it.isConfirmed())
                .map(WeighedLine::back)
                .reduce(Money.ZERO, Money::plus);
    }

    public long confirmed() {
        return lines().stream().filter(WeighedLine::isConfirmed).count();
    }

    public long settled() {
        return lines().stream().filter(WeighedLine::isSettled).count();
    }

    private List<WeighedLine> lines() {
        return parts.stream().flatMap(it -> it.lines().stream()).toList();
    }
}
