package tuanju.cycle.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tuanju.cycle.export.LineFlag.Kind;

/** The specs that goods are known to have, by their name: a line that names goods without one means the only one there is. */
public record KnownSpecs(Map<String, Set<String>> byName) {

    /** Goods as somebody else calls them; the spec may be empty. */
    public record Named(String name, String spec) {}

    public static KnownSpecs of(Stream<Named> goods) {
        var byName = new LinkedHashMap<String, Set<String>>();
        goods.filter(it -> !it.spec().isBlank())
                .forEach(it -> byName.computeIfAbsent(it.name().strip(), name -> new TreeSet<>())
                        .add(it.spec().strip()));
        return new KnownSpecs(byName);
    }

    /** These, and for names that none of these has the others. */
    public KnownSpecs or(KnownSpecs others) {
        var all = new LinkedHashMap<>(others.byName);
        all.putAll(byName);
        return new KnownSpecs(all);
    }

    ReadLine read(ReadLine line) {
        var known = List.copyOf(byName.getOrDefault(line.product().strip(), Set.of()));
        if (!line.spec().isEmpty() || known.isEmpty()) {
            return line;
        }
        return known.size() == 1
                ? line.of(known.getFirst()).flagged(Kind.SPEC_KNOWN.with(known.getFirst()))
                : line.flagged(Kind.SPEC_MISSING.with(String.join(" / ", known)));
    }
}
